package org.stoa.operations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/** The settings of this room. */
@Singleton
public class OperationsSettings implements RoomSettings {

  private final Path home;

  /** Reads and checks. */
  @Inject
  public OperationsSettings(Settings settings) {
    home = settings.required("stoa.home", OperationsSettings::directory);
  }

  /** {@code STOA_HOME}: where the state of this installation is kept. */
  public Path home() {
    return home;
  }

  private static Path directory(String text) {
    try {
      Path path = Path.of(text).toAbsolutePath().normalize();
      if (!Files.isDirectory(path) || !Files.isWritable(path)) {
        throw new IllegalArgumentException("must be a directory that can be written to");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be a directory", e);
    }
  }
}
