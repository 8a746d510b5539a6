package org.stoa.identity.token;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A long random text that gives the next pair of tokens once. The store keeps only its hash.
 *
 * @param text what the client holds
 */
public record RefreshToken(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one of 256 random bits. */
  public static RefreshToken next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the store keeps. */
  public String hash() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "RefreshToken";
  }
}
