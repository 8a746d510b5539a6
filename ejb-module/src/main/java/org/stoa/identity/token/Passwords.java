package org.stoa.identity.token;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Base64;
import java.util.Map;

/** Hashes passwords with PBKDF2, HMAC-SHA-512, 210,000 rounds (OWASP's figure of 2023) and salt. */
public class Passwords {

  private static final int ROUNDS = 210_000;

  private final Pbkdf2PasswordHash hash;
  private final String ofNobody;

  /** With the platform's hash. */
  @Inject
  public Passwords(Pbkdf2PasswordHash hash) {
    this(hash, ROUNDS);
  }

  Passwords(Pbkdf2PasswordHash hash, int rounds) {
    this.hash = hash;
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", Integer.toString(rounds),
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    Base64.Encoder encoder = Base64.getEncoder();
    ofNobody =
        String.join(
            ":",
            "PBKDF2WithHmacSHA512",
            Integer.toString(rounds),
            encoder.encodeToString(new byte[32]),
            encoder.encodeToString(new byte[64]));
  }

  /** The salted hash to keep. */
  public String hash(String password) {
    return hash.generate(password.toCharArray());
  }

  /** Whether the password is the one that was hashed. */
  public boolean fits(String password, String kept) {
    return hash.verify(password.toCharArray(), kept);
  }

  /** Takes the time of {@link #fits}: for e-mail addresses that nobody has. */
  public void fitNobody(String password) {
    hash.verify(password.toCharArray(), ofNobody);
  }
}
