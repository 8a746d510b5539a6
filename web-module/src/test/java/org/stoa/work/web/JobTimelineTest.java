package org.stoa.work.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.work.JobAttempt;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.web.JobTimeline.Part;

class JobTimelineTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void drawsEachAttemptWhereItWas() {
    JobView job = job(JobState.SUCCEEDED, 2, at(80), at(100), NOON);
    JobAttempt failed = new JobAttempt(1, "node-1", "FAILED", at(10), at(40), null);

    List<Part> parts = JobTimeline.of(job, List.of(failed), at(500));

    assertThat(parts)
        .extracting(Part::what, Part::attempt, Part::x, Part::width)
        .containsExactly(
            tuple("WAITING", null, 0L, 100L),
            tuple("FAILED", 1, 100L, 300L),
            tuple("WAITING", null, 400L, 400L),
            tuple("SUCCEEDED", 2, 800L, 200L));
  }

  @Test
  void goesOnUntilNowWhileTheJobRuns() {
    JobView job = job(JobState.RUNNING, 1, at(50), null, NOON);

    List<Part> parts = JobTimeline.of(job, List.of(), at(100));

    assertThat(parts).extracting(Part::what).containsExactly("WAITING", "RUNNING");
    assertThat(parts.get(1).to()).isNull();
    assertThat(parts.get(1).width()).isEqualTo(500);
  }

  @Test
  void tellsWaitingForItsTimeFromWaitingForAServer() {
    JobView waited = job(JobState.SUCCEEDED, 1, at(60), at(100), at(50));
    assertThat(JobTimeline.of(waited, List.of(), at(100)))
        .extracting(Part::what)
        .containsExactly("DELAYED", "WAITING", "SUCCEEDED");

    JobView waits = job(JobState.QUEUED, 0, null, null, at(50));
    assertThat(JobTimeline.of(waits, List.of(), at(20)))
        .extracting(Part::what)
        .containsExactly("DELAYED");
  }

  @Test
  void aJobCancelledBeforeItBeganOnlyWaited() {
    JobView job = job(JobState.CANCELLED, 0, null, at(30), NOON);

    assertThat(JobTimeline.of(job, List.of(), at(100)))
        .extracting(Part::what, Part::width)
        .containsExactly(tuple("WAITING", 1000L));
  }

  @Test
  void whatTookNoTimeIsStillSeen() {
    JobView job = job(JobState.SUCCEEDED, 1, NOON, NOON, NOON);

    assertThat(JobTimeline.of(job, List.of(), NOON))
        .allSatisfy(part -> assertThat(part.width()).isPositive())
        .allSatisfy(part -> assertThat(part.x() + part.width()).isLessThanOrEqualTo(1000));
  }

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static JobView job(
      JobState state, int attempt, Instant started, Instant finished, Instant due) {
    return new JobView(
        1, "k", "q", state, null, null, null, attempt, 3, NOON, started, finished, "ada", false,
        due, null);
  }
}
