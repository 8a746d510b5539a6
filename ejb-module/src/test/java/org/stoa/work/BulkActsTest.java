package org.stoa.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.store.JobReads;

class BulkActsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of("work.*"));

  private final List<Long> cancelled = new ArrayList<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private int waiting = 3;
  private final BulkActs acts = new BulkActs(new OddJobs(), null, new Waiting(), new Trail());

  @Test
  void leavesOutWhatChangedMeanwhileAndTellsHowMany() {
    BulkResult result = cancel(new BulkJobs(JobState.QUEUED, "k", null, null, null, null));

    assertThat(result).isEqualTo(new BulkResult(2, 1, null));
    assertThat(cancelled).containsExactly(3L, 1L);
    assertThat(trail).hasSize(1);
    assertThat(trail.get(0).after())
        .isEqualTo(Map.of("state", "QUEUED", "kind", "k", "done", 2, "refused", 1));
  }

  @Test
  void takesSoManyAtATimeAndTellsWhereToGoOn() {
    waiting = 2 * BulkActs.MOST;

    BulkResult first = cancel(new BulkJobs(JobState.QUEUED, null, null, null, null, null));
    BulkResult second = cancel(new BulkJobs(JobState.QUEUED, null, null, null, null, first.next()));

    assertThat(first.done() + first.refused()).isEqualTo(BulkActs.MOST);
    assertThat(first.next()).isEqualTo(BulkActs.MOST + 1);
    assertThat(second.done() + second.refused()).isEqualTo(BulkActs.MOST);
    assertThat(second.next()).isNull();
  }

  @Test
  void refusesAStateInWhichItCannotBeDone() {
    assertThatThrownBy(() -> cancel(new BulkJobs(JobState.FAILED, null, null, null, null, null)))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("state");
    assertThatThrownBy(() -> acts.repeat(new BulkJobs(null, null, null, null, null, null)))
        .isInstanceOf(InvalidProblem.class);
    assertThat(trail).isEmpty();
  }

  private BulkResult cancel(BulkJobs which) {
    BulkResult[] result = new BulkResult[1];
    CallContext.runAs(ada, () -> result[0] = acts.cancel(which));
    return result[0];
  }

  /** Jobs with even ids end before they can be cancelled. */
  private final class OddJobs extends Jobs {

    @Override
    public JobView cancel(long id) {
      if (id % 2 == 0) {
        throw new JobFinishedProblem(id, JobState.SUCCEEDED);
      }
      cancelled.add(id);
      return view(id);
    }
  }

  private final class Waiting extends JobReads {

    Waiting() {
      super(null);
    }

    @Override
    public List<JobView> list(UUID organisation, JobQuery query, Long below, int limit) {
      assertThat(organisation).isEqualTo(ada.organisation());
      long first = below == null ? waiting : below - 1;
      return LongStream.iterate(first, id -> id > 0, id -> id - 1)
          .limit(limit)
          .mapToObj(BulkActsTest::view)
          .toList();
    }
  }

  private final class Trail extends AuditTrail {

    @Override
    public void record(AuditEntry entry) {
      trail.add(entry);
    }
  }

  private static JobView view(long id) {
    return new JobView(
        id,
        "k",
        "q",
        JobState.QUEUED,
        null,
        null,
        null,
        0,
        1,
        NOON,
        null,
        null,
        "ada",
        false,
        NOON,
        null);
  }
}
