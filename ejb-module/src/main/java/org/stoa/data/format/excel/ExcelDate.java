package org.stoa.data.format.excel;

import java.time.LocalDate;

/**
 * Days as Excel counts them. The count from 1900 on begins with 1 for 1900-01-01, and has a day
 * more than the calendar: 60 is shown as 1900-02-29. A moment is a fraction of a day, so that it is
 * kept to about a microsecond: what is written with 11 decimals or more is read to the microsecond,
 * and all else to the millisecond, which is what Excel shows.
 */
final class ExcelDate {

  /** What is no moment of the calendar. */
  static final long NONE = Long.MIN_VALUE;

  /** So many decimals of a day tell a microsecond. */
  static final int EXACT_DECIMALS = 11;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long MILLI_MICROS = 1_000L;
  private static final int LEAP_DAY = 60;
  private static final long BEFORE_LEAP = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final long AFTER_LEAP = LocalDate.of(1899, 12, 30).toEpochDay();
  private static final long SINCE_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

  private ExcelDate() {}

  /**
   * Microseconds since 1970-01-01T00:00, or {@link #NONE}.
   *
   * @param days as Excel counts them
   * @param exact whether it is meant to the microsecond
   */
  static long epochMicro(double days, boolean since1904, boolean exact) {
    if (!(days >= 0 && days <= LAST - AFTER_LEAP + 1)) {
      return NONE;
    }
    long whole = (long) days;
    long micros = micros(days - whole, exact);
    if (micros == DAY_MICROS) {
      whole++;
      micros = 0;
    }
    long epochDay = epochDay(whole, since1904);
    return epochDay == NONE || epochDay > LAST ? NONE : epochDay * DAY_MICROS + micros;
  }

  /** Microseconds since midnight of a fraction of a day, at most the last one. */
  static long microOfDay(double fraction, boolean exact) {
    return Math.min(micros(fraction, exact), DAY_MICROS - 1);
  }

  private static long micros(double fraction, boolean exact) {
    double micros = fraction * DAY_MICROS;
    return exact ? Math.round(micros) : Math.round(micros / MILLI_MICROS) * MILLI_MICROS;
  }

  private static long epochDay(long day, boolean since1904) {
    if (since1904) {
      return day + SINCE_1904;
    }
    if (day == 0 || day == LEAP_DAY) {
      return NONE;
    }
    return day + (day < LEAP_DAY ? BEFORE_LEAP : AFTER_LEAP);
  }

  /** Whether it falls on midnight. */
  static boolean isMidnight(long epochMicro) {
    return Math.floorMod(epochMicro, DAY_MICROS) == 0;
  }

  static long epochDay(long epochMicro) {
    return Math.floorDiv(epochMicro, DAY_MICROS);
  }
}
