package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stoa.work.Spread;

class HistogramTest {

  @Test
  void knowsPercentilesAsWellAsABucketIsWide() {
    Histogram histogram = new Histogram();
    for (int millis = 1; millis <= 10_000; millis++) {
      histogram.add(Histogram.bucket(millis), 1);
    }

    Spread spread = histogram.spread();
    assertThat(spread.count()).isEqualTo(10_000);
    assertThat(spread.p50()).isCloseTo(5_000, within(950.0));
    assertThat(spread.p95()).isCloseTo(9_500, within(1_800.0));
    assertThat(spread.p99()).isCloseTo(9_900, within(1_800.0));
  }

  @Test
  void tellsShortTimesFromLongOnes() {
    assertThat(Histogram.bucket(0)).isZero();
    assertThat(Histogram.bucket(0.99)).isZero();
    assertThat(Histogram.bucket(1)).isEqualTo(1);
    assertThat(Histogram.bucket(2)).isEqualTo(5);
    assertThat(Histogram.bucket(86_400_000)).isEqualTo(106);
  }

  @Test
  void whatIsAddedUpIsAsIfItHadBeenOne() {
    Histogram one = Histogram.of("0:3,17:1");
    one.add(Histogram.of("17:2,40:1"));

    assertThat(one.text()).isEqualTo("0:3,17:3,40:1");
    assertThat(one.count()).isEqualTo(7);
  }

  @Test
  void hasNoPercentilesOfNothing() {
    assertThat(Histogram.of("").spread()).isNull();
    assertThat(new Histogram().text()).isEmpty();
  }
}
