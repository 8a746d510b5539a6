package org.stoa.work.domain;

import java.util.regex.Pattern;

/** Text as PostgreSQL can keep it: neither {@code text} nor {@code jsonb} knows U+0000. */
public final class DatabaseText {

  private static final char REPLACEMENT = '\uFFFD';

  /** The JSON escape of U+0000 with the backslashes before it, which may escape each other. */
  private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private DatabaseText() {}

  /** The text with U+0000, plain or as a JSON escape, replaced by U+FFFD. */
  public static String of(String text) {
    if (text.indexOf('\0') < 0 && !text.contains("\\u0000")) {
      return text;
    }
    return ESCAPED.matcher(text.replace('\0', REPLACEMENT)).replaceAll("$1" + REPLACEMENT);
  }
}
