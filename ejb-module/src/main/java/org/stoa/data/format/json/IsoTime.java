package org.stoa.data.format.json;

import java.time.LocalDate;

/** Reads complete dates and times in the one way in which they were found to be written. */
final class IsoTime {

  private static final int DATE = 10;
  private static final int CLOCK = 8;
  private static final int MICRO_DIGITS = 6;

  private IsoTime() {}

  /** Days since 1970-01-01 of {@code 2024-01-05}. */
  static int epochDay(String text) {
    return (int)
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE)).toEpochDay();
  }

  /** Microseconds since 1970-01-01T00:00 of {@code 2024-01-05T10:30:00.25}. */
  static long epochMicro(String text) {
    return epochDay(text) * 86_400_000_000L + microOfDay(text, DATE + 1);
  }

  /** Microseconds since midnight of {@code 10:30:00.25}. */
  static long microOfDay(String text) {
    return microOfDay(text, 0);
  }

  private static long microOfDay(String text, int at) {
    long seconds =
        number(text, at, at + 2) * 3_600L
            + number(text, at + 3, at + 5) * 60L
            + number(text, at + 6, at + CLOCK);
    int fraction = Math.min(text.length(), at + CLOCK + 1);
    int micros = number(text, fraction, text.length());
    for (int digits = text.length() - fraction; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return seconds * 1_000_000L + micros;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
