package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CrashesTest {

  private final TickingClock clock = new TickingClock();
  private final Crashes crashes = new Crashes(clock);

  @Test
  void givesUpAfterManyInAShortTime() {
    crash(5);

    assertThatThrownBy(crashes::another)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("6 times");
  }

  @Test
  void forgetsThoseOfLongAgo() {
    crash(5);
    clock.now = clock.now.plus(Duration.ofMinutes(11));

    assertThatCode(crashes::another).doesNotThrowAnyException();
  }

  private void crash(int times) {
    for (int i = 0; i < times; i++) {
      crashes.another();
    }
  }

  private static final class TickingClock extends Clock {

    private Instant now = Instant.parse("2026-02-03T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
