package org.stoa.data.format.excel;

import java.util.Locale;

/**
 * Texts as XLSX keeps them: characters that XML does not have are written as {@code _x0007_}, and
 * an underscore that would begin such a code as {@code _x005F_} (ECMA-376 part 1, 22.9.2.19).
 */
final class ExcelText {

  /** The longest text of a cell in Excel, in UTF-16 units. */
  static final int MAX_LENGTH = 32_767;

  private static final int CODE = 7;
  private static final int HEX = 16;

  private ExcelText() {}

  /** The text that is meant. Codes of halves of characters stay as they are. */
  static String decode(StringBuilder kept) {
    int at = kept.indexOf("_x");
    if (at < 0) {
      return kept.toString();
    }
    StringBuilder text = new StringBuilder(kept.length());
    int from = 0;
    while (at >= 0) {
      int code = code(kept, at);
      boolean pair = code >= 0 && isPair(kept, at, code);
      if (code >= 0 && (pair || !Character.isSurrogate((char) code))) {
        text.append(kept, from, at).append((char) code);
        from = at + CODE;
        if (pair) {
          text.append((char) code(kept, from));
          from += CODE;
        }
      }
      at = kept.indexOf("_x", Math.max(from, at + 1));
    }
    return text.append(kept, from, kept.length()).toString();
  }

  private static boolean isPair(CharSequence text, int at, int code) {
    int next = code(text, at + CODE);
    return Character.isHighSurrogate((char) code)
        && next >= 0
        && Character.isLowSurrogate((char) next);
  }

  /** The number in {@code _x0041_} at an index; −1 when no such code begins there. */
  private static int code(CharSequence text, int at) {
    if (at + CODE > text.length()
        || text.charAt(at) != '_'
        || text.charAt(at + 1) != 'x'
        || text.charAt(at + CODE - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + CODE - 1; i++) {
      int digit = Character.digit(text.charAt(i), HEX);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      code = code * HEX + digit;
    }
    return code;
  }

  /** How many bytes a text takes in UTF-8. */
  static int utf8Length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }

  /** Whether an ASCII character of a text must be written as a code. */
  static boolean needsCode(String text, int at) {
    char c = text.charAt(at);
    return c < ' ' ? c != '\t' && c != '\n' : c == '_' && code(text, at) >= 0;
  }

  /** The code of a character, such as {@code _x0007_}. */
  static String code(char c) {
    return String.format(Locale.ROOT, "_x%04X_", (int) c);
  }

  /** A text as far as Excel keeps it: no half of a character stands at its end. */
  static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, pair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }

  /** Whether a text has half a character, which no encoding keeps. */
  static boolean hasHalf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
