package org.stoa.launch.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A unit in which a result is reported.
 *
 * @param name its name by CDISC controlled terminology
 * @param factor what a value in the standard unit is multiplied with
 * @param offset what is added after that
 * @param digits how many digits after the point are reported
 */
record Unit(String name, double factor, double offset, int digits) {

  /** A standard unit. */
  static Unit standard(String name, int digits) {
    return new Unit(name, 1, 0, digits);
  }

  /** A value in the standard unit as it is reported in this one. */
  BigDecimal report(double standard) {
    return BigDecimal.valueOf(standard * factor + offset).setScale(digits, RoundingMode.HALF_UP);
  }

  /** A reported value back in the standard unit. */
  BigDecimal standardise(BigDecimal reported, Unit standard) {
    return reported
        .subtract(BigDecimal.valueOf(offset))
        .divide(BigDecimal.valueOf(factor), MathContext.DECIMAL64)
        .setScale(standard.digits, RoundingMode.HALF_UP);
  }
}
