package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoa.shared.Ids;
import org.stoa.work.ControlScope;
import org.stoa.work.JobState;
import org.stoa.work.LimitWork;
import org.stoa.work.WhyView;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.domain.Waiting;

class ReasonsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aNameCannotLeadItsLinkElsewhere() {
    WhyView why = reasons(new AllPaused()).of(waitingOn("night/jobs #2?"));

    assertThat(why.sentence())
        .isEqualTo(
            "Queue night/jobs #2? is paused by ada since 1 March 2026, 12:00:00 UTC: the disk is"
                + " full.");
    assertThat(why.link()).isEqualTo("/queues/night%2Fjobs%20%232%3F");
  }

  @Test
  void aJobWhoseHandlerIsGoneSaysSo() {
    WhyView why = reasons(new NothingKnown()).of(waitingOn("night"));

    assertThat(why.reason()).isEqualTo(WhyView.Reason.NO_LIVE_WORKER);
    assertThat(why.sentence()).isEqualTo("No handler on this server does jobs of kind test.kind.");
  }

  private static Reasons reasons(CurrentControls controls) {
    return new Reasons(null, null, null, controls, Clock.systemUTC());
  }

  private static Waiting waitingOn(String queue) {
    ReadyJob job = new ReadyJob(new Lane(queue, Ids.next(), 0, "test.kind"), 1);
    return new Waiting(job, JobState.QUEUED, null, null, NOON, 0, null, null);
  }

  private static final class AllPaused extends CurrentControls {

    @Override
    Control queue(String name) {
      return new Control(
          ControlScope.QUEUE, name, NOON, "ada", "the disk is full", LimitWork.NONE, 1);
    }
  }

  private static final class NothingKnown extends CurrentControls {

    @Override
    Control queue(String name) {
      return Control.none(ControlScope.QUEUE, name);
    }

    @Override
    boolean isKnown(String kind) {
      return false;
    }
  }
}
