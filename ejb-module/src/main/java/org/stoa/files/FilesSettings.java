package org.stoa.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/**
 * Settings of the room: {@code STOA_HOME} (files lie in its {@code files}), {@code
 * STOA_FILES_MAX_BYTES} (the largest file, default 1 GiB), {@code STOA_FILES_MAX_UNZIPPED_BYTES}
 * (the most that an archive may grow to, default 8 GiB), {@code STOA_FILES_MIN_FREE_BYTES} (what
 * must stay free on the disk, default 128 MiB).
 */
@Singleton
public class FilesSettings implements RoomSettings {

  private static final long MIB = 1L << 20;
  private static final long MOST = 1L << 43;
  private static final int MAX_ZIP_FILES = 1_000;
  private static final int MAX_ZIP_RATIO = 250;

  private final Path directory;
  private final long maxBytes;
  private final long maxUnzippedBytes;
  private final long minFreeBytes;

  /** Reads and checks. */
  @Inject
  public FilesSettings(Settings settings) {
    directory = settings.required("stoa.home", FilesSettings::writableDirectory);
    maxBytes = settings.number("stoa.files.max.bytes", 1_024 * MIB, 1, MOST);
    maxUnzippedBytes = settings.number("stoa.files.max.unzipped.bytes", 8_192 * MIB, 1, MOST);
    minFreeBytes = settings.number("stoa.files.min.free.bytes", 128 * MIB, 0, MOST);
  }

  private static Path writableDirectory(String home) {
    try {
      Path files = Path.of(home).toAbsolutePath().normalize().resolve("files");
      Files.createDirectories(files);
      if (Files.isWritable(files)) {
        return files;
      }
    } catch (InvalidPathException | IOException e) {
      throw new IllegalArgumentException("must be a directory that the server can write to", e);
    }
    throw new IllegalArgumentException("must be a directory that the server can write to");
  }

  /** Where the files lie. */
  public Path directory() {
    return directory;
  }

  /** The size of the largest file. */
  public long maxBytes() {
    return maxBytes;
  }

  /** What must stay free on the disk. */
  public long minFreeBytes() {
    return minFreeBytes;
  }

  /** What unpacking an archive may cost. */
  public ZipLimits zipLimits() {
    return new ZipLimits(MAX_ZIP_FILES, maxUnzippedBytes, MAX_ZIP_RATIO);
  }
}
