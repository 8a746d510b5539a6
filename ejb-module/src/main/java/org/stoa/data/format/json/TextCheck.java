package org.stoa.data.format.json;

/** Looks through texts for what no text can have. */
final class TextCheck {

  private TextCheck() {}

  /**
   * How many bytes the text has in UTF-8; if it has a NUL or half of a surrogate pair, the index of
   * that one from {@code start} on, as −1 − index.
   */
  static int bytes(char[] text, int start, int length) {
    int bytes = 0;
    for (int i = 0; i < length; i++) {
      char c = text[start + i];
      if (c < 0x80) {
        if (c == 0) {
          return -1 - i;
        }
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (isPair(text, start + i, start + length)) {
        bytes += 4;
        i++;
      } else {
        return -1 - i;
      }
    }
    return bytes;
  }

  private static boolean isPair(char[] text, int at, int end) {
    return Character.isHighSurrogate(text[at])
        && at + 1 < end
        && Character.isLowSurrogate(text[at + 1]);
  }

  /** The same text with U+FFFD in place of each NUL and each half of a surrogate pair. */
  static String mended(String text) {
    char[] chars = text.toCharArray();
    int wrong = bytes(chars, 0, chars.length);
    if (wrong >= 0) {
      return text;
    }
    int from = 0;
    while (wrong < 0) {
      int at = from - 1 - wrong;
      chars[at] = '\uFFFD';
      from = at + 1;
      wrong = bytes(chars, from, chars.length - from);
    }
    return new String(chars);
  }
}
