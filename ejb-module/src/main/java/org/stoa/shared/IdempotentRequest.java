package org.stoa.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that its caller may repeat.
 *
 * @param key what the caller calls it
 * @param fingerprint tells it from other requests; the key salts it, for what is asked may hold a
 *     password
 */
public record IdempotentRequest(String key, String fingerprint) {

  /** The name of the header that holds the key. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST_KEY = 200;

  /**
   * A request by what it asks for.
   *
   * @param operation what is to be done
   * @param command with what
   * @throws InvalidProblem when the key is empty or longer than 200 characters
   */
  public static IdempotentRequest of(String key, String operation, Object command) {
    Fields fields = new Fields();
    String checked = fields.text(HEADER, key, LONGEST_KEY);
    fields.check();
    return new IdempotentRequest(
        checked, sha256(checked + "\n" + operation + "\n" + JsonText.of(command)));
  }

  /** What is kept of the key. */
  public String keyHash() {
    return sha256(key);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
