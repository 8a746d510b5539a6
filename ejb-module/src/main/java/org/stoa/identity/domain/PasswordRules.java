package org.stoa.identity.domain;

import java.util.Locale;
import java.util.Optional;

/** What a new password must be like. Length counts most, so nothing is asked of its characters. */
public final class PasswordRules {

  /** The least number of characters. */
  public static final int LEAST = 10;

  /** The greatest number of characters, so that hashing cannot be abused. */
  public static final int MOST = 200;

  private PasswordRules() {}

  /**
   * What is wrong with the password, to follow the name of the field; empty when it may be used.
   */
  public static Optional<String> fault(String password, String email) {
    String text = password == null ? "" : password;
    int length = text.codePointCount(0, text.length());
    if (length < LEAST || length > MOST) {
      return Optional.of("must have " + LEAST + " to " + MOST + " characters");
    }
    if (text.codePoints().distinct().count() < 4) {
      return Optional.of("must have at least four different characters");
    }
    if (resembles(text, email)) {
      return Optional.of("must not be the e-mail address");
    }
    return Optional.empty();
  }

  private static boolean resembles(String password, String email) {
    return email != null
        && password.strip().toLowerCase(Locale.ROOT).equals(email.strip().toLowerCase(Locale.ROOT));
  }
}
