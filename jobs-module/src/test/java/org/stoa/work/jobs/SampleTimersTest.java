package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.work.engine.Sampling;

class SampleTimersTest {

  private final List<String> asked = new ArrayList<>();
  private final SampleTimers timers = new SampleTimers();
  private boolean isBroken;

  @BeforeEach
  void giveTheTimersWhatTheyAsk() {
    timers.sampling =
        new Sampling(null, null, null, null) {
          @Override
          public void sample() {
            note("sample");
          }

          @Override
          public void showMetrics() {
            note("metrics");
          }

          @Override
          public void sumUp() {
            note("sum up");
          }
        };
  }

  @Test
  void eachTimerTakesItsOwnTurn() {
    timers.sample();
    timers.showMetrics();
    timers.sumUp();

    assertThat(asked).containsExactly("sample", "metrics", "sum up");
  }

  /** The container cancels a timer whose method throws twice. */
  @Test
  void aTurnThatFailsLeavesTheTimerAlive() {
    isBroken = true;

    assertThatCode(timers::sample).doesNotThrowAnyException();
    assertThatCode(timers::showMetrics).doesNotThrowAnyException();
    assertThatCode(timers::sumUp).doesNotThrowAnyException();
    assertThat(asked).hasSize(3);
  }

  private void note(String what) {
    asked.add(what);
    if (isBroken) {
      throw new IllegalStateException("away");
    }
  }
}
