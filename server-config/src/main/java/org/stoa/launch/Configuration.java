package org.stoa.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The asadmin file, which says how the server is set up. */
final class Configuration {

  private Configuration() {}

  /**
   * The commands that set up a server.
   *
   * @param sharesBroker whether the broker is a process of its own, which other servers use as well
   */
  static String commands(boolean sharesBroker) throws IOException {
    return sharesBroker
        ? file("stoa.asadmin") + file("shared-broker.asadmin")
        : file("stoa.asadmin");
  }

  private static String file(String name) throws IOException {
    try (InputStream file = Configuration.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Changes when a domain that was made earlier would not be what it should. */
  static String fingerprint(Distribution distribution, boolean sharesBroker) throws IOException {
    return Digests.sha256(
        distribution.payaraVersion()
            + distribution.drivers().stream().map(driver -> driver.getFileName()).toList()
            + commands(sharesBroker));
  }
}
