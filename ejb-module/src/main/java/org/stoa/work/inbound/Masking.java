package org.stoa.work.inbound;

import java.util.regex.Pattern;

/** Takes secrets out of what is kept of a message. */
final class Masking {

  private static final String MASK = "…";
  private static final int SHOWN = 4;

  /** A shorter token would be given away by its end. */
  private static final int LEAST_HIDDEN = 16;

  /** An access token as its beginning shows it, cut or whole, wherever it stands. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_.-]*");

  /** What stands behind the name of the member, closed or cut. */
  private static final Pattern MEMBER = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*");

  private Masking() {}

  /** The end of a token, by which two can be told apart. */
  static String hint(String token) {
    return token.length() < LEAST_HIDDEN + SHOWN
        ? MASK
        : MASK + token.substring(token.length() - SHOWN);
  }

  /** The text of a message that is no JSON, without what may be a token. */
  static String text(String text) {
    return MEMBER.matcher(TOKEN.matcher(text).replaceAll(MASK)).replaceAll("$1" + MASK);
  }
}
