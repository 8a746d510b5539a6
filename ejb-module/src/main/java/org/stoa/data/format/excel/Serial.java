package org.stoa.data.format.excel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes moments as Excel counts them from 1900 on, and tells what such a count keeps. */
final class Serial {

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long BEFORE_FIRST = LocalDate.of(1899, 12, 30).toEpochDay();
  private static final long FIRST = LocalDate.of(1900, 3, 1).toEpochDay();
  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

  private Serial() {}

  /** Whether the count has the day: before 1900-03-01 programs do not agree. */
  static boolean isDay(long epochDay) {
    return epochDay >= FIRST && epochDay <= LAST;
  }

  /** The count of a day. */
  static long ofDay(long epochDay) {
    return epochDay - BEFORE_FIRST;
  }

  /** The count of a moment, in digits. */
  static String dateTime(long epochMicro) {
    long day = ofDay(Math.floorDiv(epochMicro, DAY_MICROS));
    long micro = Math.floorMod(epochMicro, DAY_MICROS);
    if (micro == 0) {
      return Long.toString(day);
    }
    return digits(day + (double) micro / DAY_MICROS, micro);
  }

  /** The count of a time of day, in digits. */
  static String time(long microOfDay) {
    return digits((double) microOfDay / DAY_MICROS, microOfDay);
  }

  /** Parts of a millisecond are told by so many decimals that they are believed. */
  private static String digits(double days, long micro) {
    StringBuilder text = new StringBuilder(24).append(days);
    if (micro % 1_000 != 0) {
      for (int i = NumberText.decimals(text); i < ExcelDate.EXACT_DECIMALS; i++) {
        text.append('0');
      }
    }
    return text.toString();
  }

  /** Whether who reads the count of a moment finds the same microsecond. */
  static boolean keeps(long epochMicro) {
    StringBuilder text = new StringBuilder(dateTime(epochMicro));
    boolean exact = NumberText.decimals(text) >= ExcelDate.EXACT_DECIMALS;
    return ExcelDate.epochMicro(NumberText.parse(text), false, exact) == epochMicro;
  }

  /** A moment as ISO 8601 writes it. */
  static String iso(long epochMicro) {
    LocalDateTime moment =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(epochMicro, 1_000_000L),
            (int) Math.floorMod(epochMicro, 1_000_000L) * 1_000,
            ZoneOffset.UTC);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
  }
}
