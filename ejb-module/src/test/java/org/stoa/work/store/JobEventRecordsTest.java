package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.work.store.WorkScene.KIND;
import static org.stoa.work.store.WorkScene.NOON;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.JsonText;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobEvent;
import org.stoa.work.JobState;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.DueEvent;
import org.stoa.work.domain.Success;

class JobEventRecordsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration HOLD = Duration.ofSeconds(30);

  private final WorkScene scene = new WorkScene(database.application());
  private final Jdbc jdbc = new Jdbc(database.application());
  private final JobEventRecords events = new JobEventRecords(jdbc);
  private UUID node;

  @BeforeEach
  void nothingIsToBeTold() {
    events.told(numbers(events.take(1_000, HOLD, NOON.plus(Duration.ofDays(1)))));
    node = scene.aNode();
  }

  @Test
  void anEndIsNotedForOrganisationsThatAskedAndNoOthers() {
    endedJob();
    assertThat(events.take(10, HOLD, NOON)).isEmpty();

    events.listen(scene.ada, NOON);
    long job = endedJob();

    assertThat(events.take(10, HOLD, NOON))
        .singleElement()
        .extracting(DueEvent::event)
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(job);
              assertThat(event.organisation()).isEqualTo(scene.ada.organisation());
              assertThat(event.kind()).isEqualTo(KIND);
              assertThat(event.state()).isEqualTo(JobState.SUCCEEDED);
              assertThat(event.result()).isEqualTo(JsonText.tree("{\"n\": 1}"));
              assertThat(event.attempts()).isEqualTo(1);
              assertThat(event.submittedBy()).isEqualTo("ada@example.org");
              assertThat(event.finishedAt()).isEqualTo(NOON);
            });
  }

  @Test
  void aCancelledJobIsToldWithItsKey() {
    events.listen(scene.ada, NOON);
    long job = scene.submitted(scene.job(0, null, "order-7")).id();
    scene.endings.cancelWaiting(scene.ada.organisation(), job, NOON);

    JobEvent event = events.take(10, HOLD, NOON).get(0).event();
    assertThat(event.state()).isEqualTo(JobState.CANCELLED);
    assertThat(event.key()).isEqualTo("order-7");
  }

  /** The kill between the commit of an end and the send, and the one before it is noted as told. */
  @Test
  void whatWasTakenAndNotToldIsTakenAgainAfterAWhile() {
    events.listen(scene.ada, NOON);
    long job = endedJob();

    assertThat(events.take(10, HOLD, NOON)).hasSize(1);
    assertThat(events.take(10, HOLD, NOON.plusSeconds(29))).as("held").isEmpty();
    List<DueEvent> again = events.take(10, HOLD, NOON.plusSeconds(31));
    assertThat(again).extracting(due -> due.event().id()).containsExactly(job);

    events.told(numbers(again));
    assertThat(events.take(10, HOLD, NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void whoAsksNoMoreIsNotToldAboutLaterEnds() {
    assertThat(events.listen(scene.ada, NOON)).isTrue();
    assertThat(events.listen(scene.ada, NOON)).as("asked before").isFalse();
    assertThat(events.listening(scene.ada.organisation()).told()).isTrue();
    assertThat(events.listenNoMore(scene.ada.organisation())).isTrue();
    assertThat(events.listening(scene.ada.organisation()).told()).isFalse();

    endedJob();
    assertThat(events.take(10, HOLD, NOON)).isEmpty();
  }

  @Test
  void anEndWhoseJobIsForgottenIsForgotten() {
    events.listen(scene.ada, NOON);
    long job = endedJob();
    database.ownerSql().execute("DELETE FROM work_archive WHERE id = " + job);

    assertThat(events.take(10, HOLD, NOON)).isEmpty();
    assertThat(events.forgetUnknown()).isEqualTo(1);
  }

  private long endedJob() {
    ClaimedJob job = scene.aRunningJob(node);
    new Successes(jdbc)
        .finish(node, "n", List.of(new Success(job.lease(), "{\"n\": 1}", null, NOON)));
    return job.id();
  }

  private static List<Long> numbers(List<DueEvent> due) {
    return due.stream().map(DueEvent::number).toList();
  }
}
