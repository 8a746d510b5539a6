package org.stoa.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A file to upload.
 *
 * @param name the name that the user gives it
 * @param content opens its bytes
 */
public record Upload(String name, Supplier<InputStream> content) {

  /** A file on disk. */
  public static Upload of(Path file) {
    return new Upload(
        file.getFileName().toString(),
        () -> {
          try {
            return Files.newInputStream(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A file with these bytes. */
  public static Upload of(String name, byte[] bytes) {
    return new Upload(name, () -> new ByteArrayInputStream(bytes));
  }

  /** A text file in UTF-8. */
  public static Upload of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
