package org.stoa.data.format.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Tells which numbers of a file a double keeps. */
final class JsonNumbers {

  /** With so many digits, a double keeps every number that is neither tiny nor huge. */
  static final int SURE_DIGITS = 15;

  private static final double TINY = 1e-290;
  private static final double HUGE = 1e290;

  private JsonNumbers() {}

  /** Whether it has at most 15 digits, and no exponent or one of at most two characters. */
  static boolean isSurelyKept(char[] text, int start, int length) {
    int mantissa = length;
    for (int i = 0; i < length; i++) {
      if ((text[start + i] | 0x20) == 'e') {
        mantissa = i;
        break;
      }
    }
    return mantissa <= SURE_DIGITS + 1 && (mantissa == length || length - mantissa <= 3);
  }

  /**
   * Whether the double, written with as many digits as the text has, gives the same number again.
   *
   * @param value the double nearest to the text; not infinite
   */
  static boolean isKept(String text, double value) {
    if (text.equals(NumberOutput.toString(value, true))) {
      return true;
    }
    if (value == 0) {
      return isZero(text);
    }
    BigDecimal exact = new BigDecimal(text);
    int digits = Math.max(1, exact.stripTrailingZeros().precision());
    double size = Math.abs(value);
    if (digits <= SURE_DIGITS && size >= TINY && size <= HUGE) {
      return true;
    }
    BigDecimal kept = new BigDecimal(value);
    return kept.round(new MathContext(digits, RoundingMode.HALF_EVEN)).compareTo(exact) == 0;
  }

  private static boolean isZero(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }
}
