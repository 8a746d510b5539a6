package org.stoa.data.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Dates and times as SAS counts them: days or seconds since 1960-01-01, seconds since midnight. */
public final class SasTime {

  private static final LocalDateTime EPOCH = LocalDate.of(1960, 1, 1).atStartOfDay();
  private static final long EPOCH_DAY = LocalDate.of(1960, 1, 1).toEpochDay();
  private static final long SECONDS_OF_DAY = 86_400L;
  private static final long EPOCH_SECOND = EPOCH_DAY * SECONDS_OF_DAY;
  private static final double MICROS = 1e6;
  private static final double FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay() - EPOCH_DAY;
  private static final double LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay() - EPOCH_DAY;

  private SasTime() {}

  /** Whether it is a whole day of the years 1 to 9999. */
  static boolean isDate(double days) {
    return days == Math.rint(days) && days >= FIRST_DAY && days <= LAST_DAY;
  }

  /** Whether it is a moment of the years 1 to 9999, to the microsecond. */
  static boolean isDateTime(double seconds) {
    return seconds >= FIRST_DAY * SECONDS_OF_DAY
        && seconds < (LAST_DAY + 1) * SECONDS_OF_DAY
        && isMicro(seconds);
  }

  /** Whether it is a time of day, to the microsecond. */
  static boolean isTime(double seconds) {
    return seconds >= 0 && seconds < SECONDS_OF_DAY && isMicro(seconds);
  }

  private static boolean isMicro(double seconds) {
    return micro(seconds) / MICROS == seconds;
  }

  private static double micro(double seconds) {
    return Math.rint(seconds * MICROS);
  }

  /** Days since 1970-01-01. */
  public static int epochDay(double days) {
    return (int) ((long) days + EPOCH_DAY);
  }

  /** Microseconds since 1970-01-01T00:00. */
  public static long epochMicro(double seconds) {
    return (long) micro(seconds) + EPOCH_SECOND * 1_000_000L;
  }

  /** Microseconds since midnight. */
  public static long microOfDay(double seconds) {
    return (long) micro(seconds);
  }

  static double of(LocalDate date) {
    return ofEpochDay(date.toEpochDay());
  }

  static double ofEpochDay(long day) {
    return day - EPOCH_DAY;
  }

  static double ofEpochMicro(long micro) {
    return (micro - EPOCH_SECOND * 1_000_000L) / MICROS;
  }

  static double ofMicroOfDay(long micro) {
    return micro / MICROS;
  }

  static double of(LocalDateTime dateTime) {
    return ChronoUnit.MICROS.between(EPOCH, dateTime) / MICROS;
  }

  static double of(LocalTime time) {
    return ofMicroOfDay(time.toNanoOfDay() / 1_000);
  }
}
