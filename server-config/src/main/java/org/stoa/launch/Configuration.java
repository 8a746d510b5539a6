package org.stoa.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The asadmin file, which says how the server is set up. */
final class Configuration {

  private Configuration() {}

  static String commands() throws IOException {
    try (InputStream file = Configuration.class.getResourceAsStream("stoa.asadmin")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Changes when a domain that was made earlier would not be what it should. */
  static String fingerprint(Distribution distribution) throws IOException {
    String all = distribution.payaraVersion() + distribution.drivers() + commands();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
