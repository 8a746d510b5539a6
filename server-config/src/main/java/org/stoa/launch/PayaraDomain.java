package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The domain: configuration, keys, logs and messages of one server.
 *
 * @param parent the directory that holds it
 */
record PayaraDomain(Path parent) {

  static final String NAME = "stoa";

  /** What a new domain takes over from the one it replaces: messages, timers, logs. */
  private static final List<String> KEPT = List.of("imq", "lib/databases", "logs");

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
    Files.deleteIfExists(parent.resolve("deployed"));
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

  void addDrivers(List<Path> drivers) throws IOException {
    for (Path driver : drivers) {
      Files.copy(
          driver,
          root().resolve("lib").resolve(driver.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
