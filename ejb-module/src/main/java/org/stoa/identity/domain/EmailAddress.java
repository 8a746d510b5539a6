package org.stoa.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as an account name: compared without regard to case.
 *
 * @param text in lower case
 */
public record EmailAddress(String text) {

  private static final int MOST = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@\\p{Cntrl}\"<>]+@[^\\s@\\p{Cntrl}\"<>]+");

  public EmailAddress {
    if (!text.equals(text.toLowerCase(Locale.ROOT))
        || text.length() > MOST
        || !SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not an e-mail address: " + text);
    }
  }

  /** The address in a text that somebody typed, or empty when it is none. */
  public static Optional<EmailAddress> in(String typed) {
    String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return text.length() <= MOST && SHAPE.matcher(text).matches()
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
