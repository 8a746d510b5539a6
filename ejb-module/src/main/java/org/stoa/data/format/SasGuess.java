package org.stoa.data.format;

import org.stoa.data.ColumnType;

/**
 * Watches the numbers of a SAS variable and tells what all of them are: what its display format
 * means if every one is such a value, otherwise whole numbers or numbers with a fraction. The rules
 * are the same for every file of SAS.
 */
public final class SasGuess {

  private static final double MAX_WHOLE = 0x1p53;

  private final ColumnType meant;
  private boolean asMeant = true;
  private boolean whole;
  private boolean seen;
  private boolean reasons;

  /**
   * Nothing was seen yet.
   *
   * @param format the display format, such as {@code DATE9.}; empty when there is none
   */
  public SasGuess(String format) {
    SasFormat shown = SasFormat.parse(format);
    this.meant = shown.meaning();
    this.whole = shown.decimals() == 0;
  }

  /** What numbers with this display format mean: DATE, DATETIME, TIME or DECIMAL. */
  public static ColumnType meaning(String format) {
    return SasFormat.parse(format).meaning();
  }

  /** Takes the next value. */
  public void number(double value) {
    seen = true;
    asMeant = asMeant && isAsMeant(value);
    whole = whole && isWhole(value);
  }

  /** Takes a missing value. */
  public void missing(SasMissing reason) {
    reasons = reasons || !reason.equals(SasMissing.PLAIN);
  }

  private boolean isAsMeant(double value) {
    return switch (meant) {
      case DATE -> SasTime.isDate(value);
      case DATETIME -> SasTime.isDateTime(value);
      case TIME -> SasTime.isTime(value);
      default -> true;
    };
  }

  private static boolean isWhole(double value) {
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE && !negativeZero;
  }

  /** What all values are. */
  public ColumnType type() {
    if (meant != ColumnType.DECIMAL && asMeant) {
      return meant;
    }
    return seen && whole ? ColumnType.INTEGER : ColumnType.DECIMAL;
  }

  /** Whether some value is missing for a reason. */
  public boolean reasons() {
    return reasons;
  }
}
