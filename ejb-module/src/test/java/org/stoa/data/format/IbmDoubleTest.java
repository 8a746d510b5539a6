package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbmDoubleTest {

  /** From the number 1 in SAS TS-140 and the IBM manual: 0.1 of base 16 times 16. */
  @Test
  void writesTheKnownBytesOfNumbers() {
    assertThat(IbmDouble.fromDouble(1)).isEqualTo(0x4110_0000_0000_0000L);
    assertThat(IbmDouble.fromDouble(-118.625)).isEqualTo(0xC276_A000_0000_0000L);
    assertThat(IbmDouble.fromDouble(0)).isZero();
    assertThat(IbmDouble.fromDouble(0.1)).isEqualTo(0x4019_9999_9999_999AL);
  }

  @Test
  void roundsFractionsThatADoubleCannotHold() {
    assertThat(IbmDouble.toDouble(0x41FF_FFFF_FFFF_FFFFL)).isEqualTo(16.0);
    assertThat(IbmDouble.toDouble(0x7FFF_FFFF_FFFF_FFFFL)).isEqualTo(0x1p252);
    assertThat(IbmDouble.toDouble(0x0010_0000_0000_0000L)).isEqualTo(0x1p-260);
    assertThat(IbmDouble.toDouble(0x0000_0000_0000_0001L)).isEqualTo(0x1p-312);
  }

  @Property
  void keepsEveryDoubleOfItsRange(
      @ForAll @LongRange(min = 0, max = (1L << 52) - 1) long mantissa,
      @ForAll @IntRange(min = -260, max = 251) int exponent,
      @ForAll boolean negative) {
    double magnitude = Double.longBitsToDouble(((exponent + 1023L) << 52) | mantissa);
    double value = negative ? -magnitude : magnitude;
    long bits = IbmDouble.fromDouble(value);
    assertThat(IbmDouble.isMissing(bits)).isFalse();
    assertThat(Double.doubleToRawLongBits(IbmDouble.toDouble(bits)))
        .isEqualTo(Double.doubleToRawLongBits(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 0x1p-260, 0x1p-312, 0x1.fffffffffffffp251, 5.5e-79, 1e75})
  void keepsBothEndsOfItsRange(double value) {
    double back = IbmDouble.toDouble(IbmDouble.fromDouble(value));
    assertThat(Double.doubleToRawLongBits(back)).isEqualTo(Double.doubleToRawLongBits(value));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.MAX_VALUE,
        0x1p252,
        Double.MIN_VALUE,
        0x1.0000000000001p-300
      })
  void refusesWhatItWouldHaveToChange(double value) {
    assertThatThrownBy(() -> IbmDouble.fromDouble(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot keep");
  }

  @Test
  void tellsMissingValuesFromNumbers() {
    for (char code : "._ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
      assertThat(IbmDouble.isMissing((long) code << 56)).as("%s", code).isTrue();
      assertThat(IbmDouble.isMissing((long) code << 56 | 1)).as("%s1", code).isFalse();
    }
    assertThat(IbmDouble.isMissing(0)).isFalse();
    assertThat(IbmDouble.isMissing((long) 'a' << 56)).isFalse();
  }

  @Test
  void readsNumbersThatWereCutToFewerBytes() {
    byte[] bytes = {0x41, 0x18};
    assertThat(IbmDouble.toDouble(IbmDouble.bits(bytes, 0, 2))).isEqualTo(1.5);
  }
}
