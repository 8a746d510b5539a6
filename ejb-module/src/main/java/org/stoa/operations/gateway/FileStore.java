package org.stoa.operations.gateway;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.stoa.operations.OperationsSettings;

/** Writes a small file where Stoa keeps its files, and looks how much room is left. */
public class FileStore implements Look {

  private static final long LEAST_FREE = 256L * 1024 * 1024;

  private final OperationsSettings settings;

  /** For the directory of the settings. */
  @Inject
  public FileStore(OperationsSettings settings) {
    this.settings = settings;
  }

  @Override
  public Map<String, String> atIt() throws IOException {
    Path directory = Files.createDirectories(settings.home().resolve("files"));
    Path file = Files.createTempFile(directory, ".health-", ".tmp");
    try {
      Files.writeString(file, "ok");
    } finally {
      Files.deleteIfExists(file);
    }
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < LEAST_FREE) {
      throw new IllegalStateException("only " + free + " bytes are free");
    }
    return Map.of("freeBytes", Long.toString(free));
  }
}
