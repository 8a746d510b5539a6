package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where everything is kept that survives a restart. Only its owner may read it.
 *
 * @param root the directory, absolute
 */
public record StateDirectory(Path root) {

  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final long LEAST_FREE_BYTES = 1L << 30;

  public StateDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /** Makes the directory if it is not there, and refuses one that cannot be used. */
  void prepare() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, OWNER_ONLY);
      }
      Files.createDirectories(logs());
      Files.createDirectories(run());
    } catch (IOException e) {
      throw new Refusal("Cannot write to " + root + ": give this user the directory.", e);
    }
    if (!Files.isWritable(root) || !Files.isReadable(root)) {
      throw new Refusal("Cannot read and write " + root + ": give this user the directory.");
    }
    refuseFullDisk();
  }

  /**
   * Refuses a disk on which a stack would soon stop.
   *
   * @throws Refusal that says how much is free and how much it should be
   */
  void refuseFullDisk() {
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new Refusal(
            "Only %d MB are free on the disk of %s: free at least 1 GB."
                .formatted(free >> 20, root));
      }
    } catch (IOException e) {
      throw new Refusal("Cannot see how much space is free on the disk of " + root + ".", e);
    }
  }

  /** Writes a file that only its owner may read, in one step. */
  static void writePrivately(Path file, String content) {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
      Files.writeString(draft, content, StandardOpenOption.WRITE);
      Files.move(
          draft,
          file,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path run() {
    return root.resolve("run");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path credentials() {
    return root.resolve("credentials");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path ports(int server) {
    return root.resolve("ports" + suffix(server));
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path redis() {
    return root.resolve("redis");
  }

  Path mail() {
    return root.resolve("mail");
  }

  Path payara() {
    return root.resolve("payara");
  }

  /** Where the domain of a server is, its messages and its logs; servers count from 1. */
  Path domains(int server) {
    return root.resolve("domains" + suffix(server));
  }

  /** Holds the process id of a server. */
  Path serverProcess(int server) {
    return run().resolve("payara" + suffix(server) + ".pid");
  }

  /** What a server prints. */
  Path serverOutput(int server) {
    return logs().resolve("server" + suffix(server) + ".out");
  }

  private static String suffix(int server) {
    return server == 1 ? "" : "-" + server;
  }

  Path launcherLog() {
    return logs().resolve("launcher.log");
  }
}
