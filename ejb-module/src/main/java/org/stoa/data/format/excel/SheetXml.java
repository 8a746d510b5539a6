package org.stoa.data.format.excel;

import java.io.IOException;
import java.io.OutputStream;

/** Writes XML as UTF-8, in constant memory; {@link #flush} ends it. */
final class SheetXml {

  private static final int SIZE = 1 << 16;
  private static final int ROOM = 64;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int length;

  SheetXml(OutputStream out) {
    this.out = out;
  }

  /** Markup and other text of ASCII, as it is. */
  SheetXml raw(String ascii) throws IOException {
    int from = 0;
    while (from < ascii.length()) {
      require(1);
      int part = Math.min(SIZE - length, ascii.length() - from);
      copyAscii(ascii, from, part);
      from += part;
    }
    return this;
  }

  @SuppressWarnings("deprecation") // The text is known to be ASCII; this is the fast way.
  private void copyAscii(String ascii, int from, int count) {
    ascii.getBytes(from, from + count, buffer, length);
    length += count;
  }

  /** A whole number. */
  SheetXml number(long number) throws IOException {
    if (number < 0 || number > 999_999_999) {
      return raw(Long.toString(number));
    }
    require(ROOM);
    int left = (int) number;
    int at = length + digits(left);
    length = at;
    do {
      buffer[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    return this;
  }

  private static int digits(int number) {
    int digits = 1;
    for (int left = number; left >= 10; left /= 10) {
      digits++;
    }
    return digits;
  }

  /** A text, in which what XML or Excel would take for something else is written as a code. */
  SheetXml text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      require(ROOM);
      if (c >= 0x80) {
        i += wide(text, i);
      } else if (ExcelText.needsCode(text, i)) {
        code(c);
      } else if (c == '&') {
        raw("&amp;");
      } else if (c == '<') {
        raw("&lt;");
      } else if (c == '>') {
        raw("&gt;");
      } else if (c == '"') {
        raw("&quot;");
      } else {
        buffer[length++] = (byte) c;
      }
    }
    return this;
  }

  /** Half a character becomes the sign for what cannot be shown, U+FFFD. */
  private int wide(String text, int at) throws IOException {
    char c = text.charAt(at);
    if (c >= 0xFFFE) {
      code(c);
      return 0;
    }
    if (!Character.isSurrogate(c)) {
      utf8(c);
      return 0;
    }
    int point = text.codePointAt(at);
    boolean pair = Character.isSupplementaryCodePoint(point);
    utf8(pair ? point : 0xFFFD);
    return pair ? 1 : 0;
  }

  private void utf8(int point) {
    if (point >= 0x10000) {
      buffer[length++] = (byte) (0xF0 | (point >> 18));
      buffer[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      buffer[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    } else if (point >= 0x800) {
      buffer[length++] = (byte) (0xE0 | (point >> 12));
      buffer[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    } else {
      buffer[length++] = (byte) (0xC0 | (point >> 6));
    }
    buffer[length++] = (byte) (0x80 | (point & 0x3F));
  }

  private void code(char c) throws IOException {
    raw(ExcelText.code(c));
  }

  private void require(int room) throws IOException {
    if (SIZE - length < room) {
      flush();
    }
  }

  /** Hands over what is left. */
  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
