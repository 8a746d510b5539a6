package org.stoa.data.format.json;

import org.stoa.data.format.TextPlace;

/** Counts lines and characters of UTF-8. A byte order mark does not count. */
final class PlaceCounter {

  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  private long bytes;
  private int marked;
  private long line = 1;
  private long characters;

  void add(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      add(buffer[i] & 0xFF);
    }
  }

  private void add(int value) {
    boolean mark = bytes < MARK.length && marked == bytes && value == MARK[(int) bytes];
    marked += mark ? 1 : 0;
    bytes++;
    if (value == '\n') {
      line++;
      characters = 0;
    } else if ((value & 0xC0) != 0x80) {
      characters++;
    }
  }

  /** The place of the next character. */
  TextPlace place() {
    boolean hasMark = line == 1 && marked == MARK.length;
    return new TextPlace(line, characters + (hasMark ? 0 : 1));
  }
}
