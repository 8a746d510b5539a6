package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackOffProperties {

  @Property
  void staysBetweenHalfAndAllOfTheDoubledWait(
      @ForAll @IntRange(min = 0, max = 60_000) int first,
      @ForAll @IntRange(min = 1, max = 10_000) int failures,
      @ForAll Random random) {
    BackOff backOff = new BackOff(Duration.ofMillis(first), Duration.ofHours(1));
    double full = Math.min(first * Math.pow(2, Math.min(failures - 1, 40)), 3_600_000);

    assertThat((double) backOff.after(failures, random).toMillis())
        .isBetween(full / 2 - 1, full + 1);
  }

  @Example
  void jobsThatFailTogetherDoNotComeBackTogether() {
    BackOff backOff = new BackOff(Duration.ofSeconds(10), Duration.ofHours(1));
    Random random = new Random(7);

    long different = random.ints(100).mapToObj(any -> backOff.after(1, random)).distinct().count();

    assertThat(different).isGreaterThan(90);
  }
}
