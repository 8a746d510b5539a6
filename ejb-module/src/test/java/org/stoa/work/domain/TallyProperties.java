package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.stoa.work.JobState;

/** Whatever happens to a job, its steps obey these. */
class TallyProperties {

  /** What can happen to an attempt. */
  enum Event {
    SUCCESS,
    FAILURE,
    PROBLEM,
    LOSS,
    HAND_BACK,
    CANCEL
  }

  @Property
  void everyStepBeginsWhereTheLastOneEnded(
      @ForAll @Size(max = 60) List<Event> events, @ForAll @IntRange(min = 1, max = 9) int most) {
    Life life = new Life(most);
    events.forEach(life::meet);
    assertThat(life.state).isNotNull();
  }

  @Property
  void aJobThatOnlyFailsIsTriedExactlyAsOftenAsAllowed(
      @ForAll @IntRange(min = 1, max = 50) int most) {
    Life life = new Life(most);
    while (!life.state.isFinal()) {
      life.meet(Event.FAILURE);
    }
    assertThat(life.state).isEqualTo(JobState.FAILED);
    assertThat(life.tally.attempt()).isEqualTo(most);
  }

  @Property
  void failuresAndLossesAreBoundedWhateverTheirOrder(
      @ForAll @Size(min = 70, max = 100) List<Boolean> lost,
      @ForAll @IntRange(min = 1, max = 50) int most) {
    Life life = new Life(most);
    lost.forEach(loss -> life.meet(loss ? Event.LOSS : Event.FAILURE));
    assertThat(life.state).isEqualTo(JobState.FAILED);
    assertThat(life.tally.attempt()).isLessThan(most + Tally.MAX_LOSSES);
  }

  @Property
  void aLossIsNotAFailureOfTheJob(
      @ForAll @IntRange(min = 1, max = Tally.MAX_LOSSES - 1) int losses) {
    Life life = new Life(1);
    for (int i = 0; i < losses; i++) {
      life.meet(Event.LOSS);
    }
    assertThat(life.state).isEqualTo(JobState.QUEUED);
    life.meet(Event.SUCCESS);
    assertThat(life.state).isEqualTo(JobState.SUCCEEDED);
  }

  /** A job that is begun whenever it waits. */
  private static final class Life {

    private JobState state = JobState.QUEUED;
    private Tally tally;

    Life(int maxAttempts) {
      tally = Tally.fresh(maxAttempts);
    }

    void meet(Event event) {
      if (state.isFinal()) {
        assertThat(stepsFrom(state)).as("no way out of " + state).isEmpty();
        return;
      }
      if (state == JobState.QUEUED) {
        step(Transition.CLAIM);
        tally = tally.started();
      }
      end(event);
    }

    private void end(Event event) {
      switch (event) {
        case SUCCESS -> step(Transition.SUCCEED);
        case PROBLEM -> step(Transition.FAIL);
        case HAND_BACK -> step(Transition.HAND_BACK);
        case CANCEL -> step(Transition.CANCEL_RUNNING);
        case FAILURE -> {
          step(tally.afterFailure());
          tally = tally.failed();
        }
        case LOSS -> {
          step(tally.afterLoss());
          tally = tally.lost();
        }
      }
    }

    private void step(Transition transition) {
      assertThat(transition.from()).as(transition + " is possible").isEqualTo(state);
      state = transition.to();
    }

    private static Set<Transition> stepsFrom(JobState state) {
      Set<Transition> steps = EnumSet.allOf(Transition.class);
      steps.removeIf(step -> step.from() != state);
      return steps;
    }
  }
}
