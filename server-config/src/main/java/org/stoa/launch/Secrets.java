package org.stoa.launch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random values that are made once and kept, in a file that only its owner may read. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets keptIn(Path file) {
    Secrets secrets = new Secrets(file);
    if (Files.exists(file)) {
      secrets.values.putAll(read(file));
    }
    return secrets;
  }

  /** The secret of this name: 192 random bits in letters, digits, {@code -} and {@code _}. */
  synchronized String password(String name) {
    return kept(name, 24);
  }

  /** The key of this name: 512 random bits in base64. */
  synchronized String key(String name) {
    return values.containsKey(name) ? values.get(name) : keep(name, standardBase64(64));
  }

  private String kept(String name, int bytes) {
    return values.containsKey(name) ? values.get(name) : keep(name, urlBase64(bytes));
  }

  private String keep(String name, String value) {
    values.put(name, value);
    StateDirectory.writePrivately(
        file,
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining()));
    return value;
  }

  static String urlBase64(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
  }

  private static String standardBase64(int bytes) {
    return Base64.getEncoder().encodeToString(random(bytes));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException e) {
      throw new Refusal("Cannot read " + file + ": give this user the file.", e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
