package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How the first administrator signs in.
 *
 * @param isNew whether the password was made just now and has not been shown yet
 */
public record Credentials(String email, String password, boolean isNew) {

  static final String DEFAULT_EMAIL = "admin@stoa.local";

  /**
   * The credentials in the file; what is given wins over it, what is neither given nor kept is
   * made.
   */
  static Credentials keptIn(Path file, Optional<String> email, Optional<String> password) {
    Properties kept = read(file);
    String keptPassword = kept.getProperty("password");
    Credentials credentials =
        new Credentials(
            email.orElse(kept.getProperty("email", DEFAULT_EMAIL)),
            password.orElseGet(() -> keptPassword == null ? Secrets.urlBase64(12) : keptPassword),
            password.isEmpty() && keptPassword == null);
    StateDirectory.writePrivately(
        file, "email=%s%npassword=%s%n".formatted(credentials.email, credentials.password));
    return credentials;
  }

  /** The credentials in the file, if there are any. */
  static Optional<Credentials> in(Path file) {
    Properties kept = read(file);
    return kept.containsKey("email") && kept.containsKey("password")
        ? Optional.of(
            new Credentials(kept.getProperty("email"), kept.getProperty("password"), false))
        : Optional.empty();
  }

  private static Properties read(Path file) {
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          int equals = line.indexOf('=');
          if (equals > 0) {
            kept.setProperty(line.substring(0, equals).strip(), line.substring(equals + 1));
          }
        }
      } catch (IOException e) {
        throw new Refusal("Cannot read " + file + ": give this user the file.", e);
      }
    }
    return kept;
  }
}
