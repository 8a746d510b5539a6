package org.stoa.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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
    return Digests.sha256(
        distribution.payaraVersion()
            + distribution.drivers().stream().map(driver -> driver.getFileName()).toList()
            + commands());
  }
}
