package org.stoa.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Stoa, as it was built. */
public final class ProductVersion {

  private ProductVersion() {}

  /** Such as {@code 1.0}. */
  public static String text() {
    try (InputStream in = ProductVersion.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
