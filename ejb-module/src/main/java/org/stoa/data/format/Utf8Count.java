package org.stoa.data.format;

/** Counts which bytes beyond ASCII are UTF-8 and which are not. */
final class Utf8Count {

  private long right;
  private long wrong;

  /** Takes the next bytes. A character that is cut at the end of a part does not count. */
  void add(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      while (at < length && bytes[at] >= 0) {
        at++;
      }
      if (at == length) {
        return;
      }
      int from = at;
      int end = from + 1;
      while (end < length && end < from + 4 && Utf8.isContinuation(bytes[end] & 0xFF)) {
        end++;
      }
      if (end == length) {
        return;
      }
      boolean fits = end > from + 1 && Utf8.firstInvalid(bytes, from, end) < 0;
      right += fits ? 1 : 0;
      wrong += fits ? 0 : 1;
      at = end;
    }
  }

  boolean isMostlyUtf8() {
    return right > wrong;
  }
}
