package org.stoa.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Payara Server as it was delivered; nothing of ours is written into it.
 *
 * @param home the directory that holds {@code glassfish} and {@code mq}
 */
record PayaraInstallation(Path home) {

  /** Unpacks the server of the distribution below the directory, unless it is there. */
  static PayaraInstallation unpacked(Distribution distribution, Path directory) throws IOException {
    Path target = directory.resolve(distribution.payaraVersion());
    if (!Files.isDirectory(target)) {
      Path draft = directory.resolve("draft");
      FileTrees.delete(draft);
      unpack(distribution.payaraZip(), draft);
      Files.move(draft.resolve("payara6"), target, StandardCopyOption.ATOMIC_MOVE);
      FileTrees.delete(draft);
    }
    return new PayaraInstallation(target);
  }

  private static void unpack(Path zip, Path directory) throws IOException {
    Files.createDirectories(directory);
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpack(entries, entry, directory);
      }
    }
  }

  private static void unpack(ZipInputStream entries, ZipEntry entry, Path directory)
      throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("The server's archive has an entry outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(entries, target);
      if (target.getParent().endsWith("bin")) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  Path glassfish() {
    return home.resolve("glassfish");
  }

  Path administrationClient() {
    return glassfish().resolve("lib/client/appserver-cli.jar");
  }
}
