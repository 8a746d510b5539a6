package org.stoa.data.format.sas7;

import org.stoa.data.format.SasMissing;

/**
 * Missing numbers as datasets keep them: no numbers whose third byte tells the reason, counted
 * down: {@code ._}, the plain one, {@code .A} to {@code .Z}.
 */
final class Sas7Numbers {

  private static final int REASON = 40;
  private static final int LETTERS = 26;

  private Sas7Numbers() {}

  /** Why a number is missing, by its bits. */
  static SasMissing reason(long bits) {
    int code = ~(int) (bits >>> REASON) & 0xFF;
    if (code == 0) {
      return new SasMissing('_');
    }
    boolean letter = code >= 2 && code < 2 + LETTERS;
    return letter ? new SasMissing((char) ('A' + code - 2)) : SasMissing.PLAIN;
  }
}
