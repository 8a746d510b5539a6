package org.stoa.data.format;

/** Checks text byte by byte against UTF-8 (RFC 3629): no overlong forms, no surrogates. */
public final class Utf8 {

  private Utf8() {}

  /** The index of the first byte that does not fit, or −1 when all do. */
  static int firstInvalid(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        i++;
        continue;
      }
      int length = lengthFrom(first);
      if (length == 0 || i + length > end || !isSecond(first, bytes[i + 1] & 0xFF)) {
        return i;
      }
      for (int k = 2; k < length; k++) {
        if (!isContinuation(bytes[i + k] & 0xFF)) {
          return i;
        }
      }
      i += length;
    }
    return -1;
  }

  /** How many bytes a character has that begins so; 0 when none does. */
  private static int lengthFrom(int first) {
    if (first >= 0xC2 && first <= 0xDF) {
      return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  }

  private static boolean isSecond(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> isContinuation(second);
    };
  }

  static boolean isContinuation(int value) {
    return (value & 0xC0) == 0x80;
  }

  /** The single-byte encodings that have text at a byte that UTF-8 refused. */
  public static String looksLike(int wrongByte) {
    return wrongByte < 0xA0 ? "Windows-1252" : "ISO-8859-1 or Windows-1252";
  }
}
