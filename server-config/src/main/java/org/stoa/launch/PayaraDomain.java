package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The domain: configuration, keys, logs and messages of one server.
 *
 * @param parent the directory that holds it
 */
record PayaraDomain(Path parent) {

  static final String NAME = "stoa";
  static final String APPLICATION = "stoa";

  /** What a new domain takes over from the one it replaces: messages, timers, logs. */
  private static final List<String> KEPT = List.of("imq", "lib/databases", "logs");

  /** What makes a domain; all else comes with its first start. */
  private static final List<String> COPIED = List.of("config", "docroot", "lib");

  private static final List<String> GENERATED = List.of("altddl", "ejb", "jsp", "policy", "xml");

  Path root() {
    return parent.resolve(NAME);
  }

  Path configuration() {
    return root().resolve("config/domain.xml");
  }

  Path log() {
    return root().resolve("logs/server.log");
  }

  private Path fingerprint() {
    return parent.resolve("fingerprint");
  }

  private Path predecessor() {
    return parent.resolve("predecessor");
  }

  boolean isMadeFrom(String wanted) throws IOException {
    return Files.exists(fingerprint()) && Files.readString(fingerprint()).equals(wanted);
  }

  void madeFrom(String what) throws IOException {
    Files.writeString(fingerprint(), what);
    FileTrees.delete(predecessor());
  }

  /** Puts the domain aside, so that a new one can be made. */
  void putAside() throws IOException {
    Files.createDirectories(parent);
    Files.deleteIfExists(deployed());
    boolean wasFinished = Files.deleteIfExists(fingerprint());
    if (wasFinished) {
      FileTrees.delete(predecessor());
      Files.move(root(), predecessor(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileTrees.delete(root());
    }
  }

  /** Takes over what must not be lost from the domain that was put aside. */
  void takeOver() throws IOException {
    for (String kept : KEPT) {
      Path from = predecessor().resolve(kept);
      if (Files.isDirectory(from)) {
        Path to = root().resolve(kept);
        FileTrees.delete(to);
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Makes it like another that does not run: its configuration, without application and data. */
  void replaceByCopyOf(PayaraDomain other) throws IOException {
    putAside();
    for (String copied : COPIED) {
      FileTrees.copy(other.root().resolve(copied), root().resolve(copied));
    }
    forgetApplication();
    takeOver();
  }

  /** Whether the domain has this application, or none if there is none. */
  boolean holds(Optional<Path> ear) throws IOException {
    String held = Files.exists(deployed()) ? Files.readString(deployed()) : "";
    return held.equals(ear.isPresent() ? Digests.sha256(ear.get()) : "");
  }

  void holdsNow(Path ear) throws IOException {
    Files.writeString(deployed(), Digests.sha256(ear));
  }

  /** Something else than was asked for at the start is deployed from now on. */
  void holdsUnknown() throws IOException {
    Files.writeString(deployed(), "unknown");
  }

  /** Takes the application out of a domain that does not run, so that it is not loaded in vain. */
  void forgetApplication() throws IOException {
    Files.deleteIfExists(deployed());
    DomainXml.at(configuration()).removeApplication(APPLICATION);
    FileTrees.delete(root().resolve("applications").resolve(APPLICATION));
    for (String kind : GENERATED) {
      FileTrees.delete(root().resolve("generated").resolve(kind).resolve(APPLICATION));
    }
  }

  private Path deployed() {
    return parent.resolve("deployed");
  }

  /** Adds the database drivers and removes the welcome pages. */
  void furnish(List<Path> drivers) throws IOException {
    FileTrees.delete(root().resolve("docroot"));
    Files.createDirectory(root().resolve("docroot"));
    for (Path driver : drivers) {
      Files.copy(
          driver,
          root().resolve("lib").resolve(driver.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
