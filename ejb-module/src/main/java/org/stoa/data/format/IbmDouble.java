package org.stoa.data.format;

/**
 * The floating-point numbers of SAS XPORT: IBM System/360, base 16. A sign, seven bits of exponent
 * (16 to the power of exponent − 64) and 56 bits of fraction, of which a variable shorter than 8
 * bytes keeps only the first.
 *
 * <p>Every double whose magnitude lies between 16<sup>−65</sup> and 16<sup>63</sup> goes there and
 * back bit for bit. On the way in, fractions of more than 53 bits are rounded to the nearest
 * double, ties to even.
 */
final class IbmDouble {

  private static final long FRACTION = 0x00FF_FFFF_FFFF_FFFFL;
  private static final int FRACTION_BITS = 56;
  private static final int BIAS = 64;
  private static final int MAX_EXPONENT = 127;

  /** No number is encoded like this, for its fraction is not 0. */
  private static final long NOT_STORABLE = 0;

  private IbmDouble() {}

  /** Reads {@code length} bytes (at most 8), big-endian, as the upper bytes of eight. */
  static long bits(byte[] bytes, int offset, int length) {
    long bits = 0;
    for (int i = 0; i < length; i++) {
      bits |= (bytes[offset + i] & 0xFFL) << (56 - 8 * i);
    }
    return bits;
  }

  /**
   * Whether it stands for a missing value: the first byte is a dot, an underscore or a letter A to
   * Z, and all others are 0. No number looks like that: their fraction is not 0.
   */
  static boolean isMissing(long bits) {
    if ((bits & FRACTION) != 0) {
      return false;
    }
    int code = (int) (bits >>> FRACTION_BITS);
    return code == '.' || code == '_' || (code >= 'A' && code <= 'Z');
  }

  /** The nearest double. Not for missing values. */
  static double toDouble(long bits) {
    long fraction = bits & FRACTION;
    int exponent = (int) (bits >>> FRACTION_BITS) & 0x7F;
    double magnitude = fraction * powerOfTwo(4 * (exponent - BIAS) - FRACTION_BITS);
    return bits < 0 ? -magnitude : magnitude;
  }

  /** All exponents that occur (−312 to 196) are those of normal doubles, so this is exact. */
  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52);
  }

  /** Whether {@link #fromDouble} takes it. */
  static boolean isStorable(double value) {
    return value == 0 || encoded(value) != NOT_STORABLE;
  }

  /**
   * The eight bytes of a double.
   *
   * @throws IllegalArgumentException when the value has no place in this format: NaN, infinite, too
   *     large, or so small that bits would get lost
   */
  static long fromDouble(double value) {
    if (value == 0) {
      return Double.doubleToRawLongBits(value) & Long.MIN_VALUE;
    }
    long encoded = encoded(value);
    if (encoded == NOT_STORABLE) {
      throw new IllegalArgumentException("SAS XPORT cannot keep the number " + value);
    }
    return encoded;
  }

  private static long encoded(double value) {
    int exponent = Math.getExponent(value);
    if (!Double.isFinite(value) || exponent < Double.MIN_EXPONENT) {
      return NOT_STORABLE;
    }
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = (bits & 0x000F_FFFF_FFFF_FFFFL) | 0x0010_0000_0000_0000L;
    int shift = Math.floorMod(exponent, 4);
    long fraction = mantissa << shift;
    int characteristic = BIAS + (exponent + 4 - shift) / 4;
    while (characteristic < 0 && (fraction & 0xF) == 0) {
      fraction >>>= 4;
      characteristic++;
    }
    if (characteristic < 0 || characteristic > MAX_EXPONENT) {
      return NOT_STORABLE;
    }
    return (bits & Long.MIN_VALUE) | ((long) characteristic << FRACTION_BITS) | fraction;
  }
}
