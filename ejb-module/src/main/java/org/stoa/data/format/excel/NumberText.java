package org.stoa.data.format.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as texts: how a part of a workbook writes them, and how Excel makes texts of them. */
final class NumberText {

  private static final int SHOWN_DIGITS = 15;
  private static final int PLAIN_DIGITS = 21;
  private static final int MOST_CHARACTERS = 1_000;
  private static final int FAST_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private NumberText() {}

  /** The nearest double; NaN when it is no finite number in digits. */
  static double parse(StringBuilder text) {
    long digits = 0;
    int count = 0;
    int point = -1;
    int length = text.length();
    boolean minus = length > 0 && text.charAt(0) == '-';
    for (int at = minus ? 1 : 0; at < length; at++) {
      char c = text.charAt(at);
      if (c == '.' && point < 0) {
        point = count;
      } else if (c >= '0' && c <= '9' && count < FAST_DIGITS) {
        digits = digits * 10 + c - '0';
        count++;
      } else {
        return parseSlowly(text);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    // Both are kept by a double, so that their quotient is the nearest one.
    double value = point < 0 ? digits : digits / POWERS[count - point];
    return minus ? -value : value;
  }

  private static double parseSlowly(StringBuilder text) {
    String number = text.toString().strip();
    for (int at = 0; at < number.length(); at++) {
      if ("0123456789.eE+-".indexOf(number.charAt(at)) < 0) {
        return Double.NaN;
      }
    }
    if (number.length() > MOST_CHARACTERS) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(number);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** How many digits stand behind the point; the most there can be when there is an exponent. */
  static int decimals(StringBuilder text) {
    int point = -1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == 'e' || c == 'E') {
        return Integer.MAX_VALUE;
      }
      if (c == '.') {
        point = at;
      }
    }
    return point < 0 ? 0 : text.length() - point - 1;
  }

  /** As Excel makes a text of a number without a format: at most 15 digits. */
  static String general(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal digits =
        new BigDecimal(value)
            .round(new MathContext(SHOWN_DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent < PLAIN_DIGITS && digits.scale() < PLAIN_DIGITS) {
      return digits.toPlainString();
    }
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa
        + (exponent < 0 ? "E-" : "E+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
