package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoa.shared.TickingClock;

/** What costs time is done less often the more it costs. */
class PaceTest {

  private final TickingClock clock = new TickingClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(30), clock);
  private int turns;

  @Test
  void whatIsQuickIsDoneAgainAfterTheLeastTime() {
    turnThatTakes(Duration.ofMillis(1));
    assertNextTurnIn(Duration.ofMillis(999));
  }

  @Test
  void whatIsSlowTakesAHundredthOfTheTime() {
    turnThatTakes(Duration.ofMillis(100));
    assertNextTurnIn(Duration.ofMillis(9_900));
  }

  @Test
  void howeverSlowItIsItsTurnComes() {
    turnThatTakes(Duration.ofSeconds(20));
    assertNextTurnIn(Duration.ofSeconds(10));
  }

  @Test
  void aTurnThatFailsIsOne() {
    Runnable fails =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    assertThatThrownBy(() -> pace.turn(fails)).hasMessage("on purpose");
    turnThatTakes(Duration.ZERO);
    assertThat(turns).isZero();
  }

  private void assertNextTurnIn(Duration rest) {
    clock.tick(rest.minusMillis(1));
    turnThatTakes(Duration.ZERO);
    assertThat(turns).as("too early").isEqualTo(1);
    clock.tick(Duration.ofMillis(1));
    turnThatTakes(Duration.ZERO);
    assertThat(turns).as("in time").isEqualTo(2);
  }

  private void turnThatTakes(Duration time) {
    pace.turn(
        () -> {
          turns++;
          clock.tick(time);
        });
  }
}
