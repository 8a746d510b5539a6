package org.stoa.data.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What types a text could have without losing anything, as a set of bits. The rules:
 *
 * <ul>
 *   <li>INTEGER: digits without leading zeros or plus, perhaps a minus, within {@code long}; so
 *       codes such as {@code 001} stay text. {@code -0} is none.
 *   <li>DECIMAL: as INTEGER, perhaps with a point and more digits ({@code .5} too), and a double
 *       keeps it: written with as many digits, the double gives the same number again. All numbers
 *       of up to 15 digits do. An exponent needs a point before it or a sign in it ({@code 1e-7},
 *       {@code 1.0E7}), for {@code 1E5} may well be a code.
 *   <li>DATE: {@code 2024-01-05}, a day of the calendar of the years 1 to 9999.
 *   <li>DATETIME: a date, {@code T} or a blank, and {@code 10:30:00}, perhaps with a fraction of up
 *       to 6 digits; without a zone.
 *   <li>BOOLEAN: {@code true} or {@code false}, in one of three ways to write them.
 *   <li>TIME: {@code 10:30:00}, perhaps with a fraction of up to 6 digits. No type is guessed from
 *       it, so it is not among {@link #ALL}.
 * </ul>
 */
public final class ValueShape {

  /** A whole number. */
  public static final int INTEGER = 1;

  /** A number that a double keeps. */
  public static final int DECIMAL = 1 << 1;

  /** A day. */
  public static final int DATE = 1 << 2;

  /** A day and a time of day. */
  public static final int DATETIME = 1 << 3;

  static final int BOOLEAN_LOWER = 1 << 4;
  static final int BOOLEAN_TITLE = 1 << 5;
  static final int BOOLEAN_UPPER = 1 << 6;

  /** A time of day. */
  public static final int TIME = 1 << 7;

  /** Every kind of number. */
  public static final int NUMBERS = INTEGER | DECIMAL;

  /** Everything with a day. */
  public static final int TIMES = DATE | DATETIME;

  static final int BOOLEANS = BOOLEAN_LOWER | BOOLEAN_TITLE | BOOLEAN_UPPER;
  static final int ALL = NUMBERS | TIMES | BOOLEANS;

  private static final int MAX_NUMBER = 64;
  private static final int SURE_DIGITS = 15;
  private static final int SURE_EXPONENT = 290;

  private ValueShape() {}

  /**
   * Which of the wanted types the text could have.
   *
   * @param start where the text begins; it has one byte at least
   * @param wanted a set of the bits of this class
   */
  public static int of(byte[] bytes, int start, int end, int wanted) {
    int length = end - start;
    byte first = bytes[start];
    if (isDigit(first) || first == '-' || first == '.') {
      if ((wanted & TIMES) != 0 && length >= 10 && bytes[start + 4] == '-') {
        return wanted & time(bytes, start, end);
      }
      if ((wanted & TIME) != 0) {
        return isClock(bytes, start, end) ? TIME : 0;
      }
      return (wanted & NUMBERS) == 0 ? 0 : wanted & number(bytes, start, end);
    }
    return (wanted & BOOLEANS) == 0 ? 0 : wanted & bool(bytes, start, end);
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static int number(byte[] bytes, int start, int end) {
    if (end - start > MAX_NUMBER) {
      return 0;
    }
    int at = bytes[start] == '-' ? start + 1 : start;
    int whole = skipDigits(bytes, at, end);
    int digits = whole - at;
    if (digits > 1 && bytes[at] == '0') {
      return 0;
    }
    if (whole == end) {
      return wholeNumber(bytes, start, at, digits);
    }
    int next = whole;
    boolean point = bytes[next] == '.';
    if (point) {
      next = skipDigits(bytes, next + 1, end);
      int fraction = next - whole - 1;
      if (fraction == 0) {
        return 0;
      }
      digits += fraction;
    }
    if (digits == 0) {
      return 0;
    }
    if (next == end) {
      return digits <= SURE_DIGITS || isKept(bytes, start, end) ? DECIMAL : 0;
    }
    return isExponent(bytes, next, end, point) && isKept(bytes, start, end) ? DECIMAL : 0;
  }

  private static int wholeNumber(byte[] bytes, int start, int firstDigit, int digits) {
    if (digits == 0) {
      return 0;
    }
    if (digits <= SURE_DIGITS) {
      boolean negativeZero = firstDigit > start && bytes[firstDigit] == '0';
      return negativeZero ? DECIMAL : NUMBERS;
    }
    int end = firstDigit + digits;
    int shape = digits <= 19 && isLong(bytes, start, end) ? INTEGER : 0;
    return isKept(bytes, start, end) ? shape | DECIMAL : shape;
  }

  private static boolean isLong(byte[] bytes, int start, int end) {
    BigDecimal value = new BigDecimal(ascii(bytes, start, end));
    return value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  private static boolean isExponent(byte[] bytes, int at, int end, boolean point) {
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return false;
    }
    int digits = at + 1;
    boolean sign = digits < end && (bytes[digits] == '+' || bytes[digits] == '-');
    if (sign) {
      digits++;
    }
    int length = end - digits;
    return (point || sign) && length >= 1 && length <= 3 && skipDigits(bytes, digits, end) == end;
  }

  /** Whether the nearest double, written with as many digits, gives the same number again. */
  private static boolean isKept(byte[] bytes, int start, int end) {
    BigDecimal value = new BigDecimal(ascii(bytes, start, end));
    int digits = Math.max(1, value.stripTrailingZeros().precision());
    int magnitude = value.precision() - value.scale();
    if (Math.abs(magnitude) > SURE_EXPONENT) {
      return false;
    }
    if (digits <= SURE_DIGITS) {
      return true;
    }
    BigDecimal kept = new BigDecimal(value.doubleValue());
    return kept.round(new MathContext(digits, RoundingMode.HALF_EVEN)).compareTo(value) == 0;
  }

  @SuppressWarnings("deprecation") // The bytes are known to be ASCII; this is the fast way.
  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, 0, start, end - start);
  }

  private static int skipDigits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int time(byte[] bytes, int start, int end) {
    if (!isDate(bytes, start)) {
      return 0;
    }
    if (end - start == 10) {
      return DATE;
    }
    return isTimeOfDay(bytes, start + 10, end) ? DATETIME : 0;
  }

  private static boolean isDate(byte[] bytes, int at) {
    int year = digits(bytes, at, 4);
    int month = digits(bytes, at + 5, 2);
    int day = digits(bytes, at + 8, 2);
    return bytes[at + 7] == '-'
        && year >= 1
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Whether it is a time of day such as {@code 10:30:00}, which nobody guesses. */
  static boolean isTime(byte[] bytes, int start, int end) {
    byte[] behindT = new byte[end - start + 1];
    behindT[0] = 'T';
    System.arraycopy(bytes, start, behindT, 1, end - start);
    return isTimeOfDay(behindT, 0, behindT.length);
  }

  /** From the T on. */
  private static boolean isTimeOfDay(byte[] bytes, int at, int end) {
    return (bytes[at] == 'T' || bytes[at] == ' ') && isClock(bytes, at + 1, end);
  }

  private static boolean isClock(byte[] bytes, int at, int end) {
    if (end - at < 8 || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
      return false;
    }
    if (!isBelow(digits(bytes, at, 2), 24)
        || !isBelow(digits(bytes, at + 3, 2), 60)
        || !isBelow(digits(bytes, at + 6, 2), 60)) {
      return false;
    }
    if (end - at == 8) {
      return true;
    }
    int fraction = end - at - 9;
    return bytes[at + 8] == '.'
        && fraction >= 1
        && fraction <= 6
        && skipDigits(bytes, at + 9, end) == end;
  }

  private static boolean isBelow(int value, int limit) {
    return value >= 0 && value < limit;
  }

  /** The value of a number of digits, or −1 when one of them is none. */
  private static int digits(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      if (!isDigit(bytes[i])) {
        return -1;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  private static int bool(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length != 4 && length != 5) {
      return 0;
    }
    return switch (ascii(bytes, start, end)) {
      case "true", "false" -> BOOLEAN_LOWER;
      case "True", "False" -> BOOLEAN_TITLE;
      case "TRUE", "FALSE" -> BOOLEAN_UPPER;
      default -> 0;
    };
  }
}
