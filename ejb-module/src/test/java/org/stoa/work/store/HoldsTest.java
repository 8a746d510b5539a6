package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.work.store.WorkScene.KIND;
import static org.stoa.work.store.WorkScene.NOON;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobId;
import org.stoa.work.JobState;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Hold;
import org.stoa.work.domain.LimitKey;
import org.stoa.work.domain.Submission;

class HoldsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private WorkScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
  }

  @Test
  void aJobWithALimitKeyWaitsForASlotAndTheOldestHasItFirst() {
    List<Long> ids = keyed(3, "target-1");
    LimitKey key = key("target-1");
    assertThat(scene.claim(scene.aNode(), 10)).isEmpty();

    assertThat(give(key, 2)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    assertThat(give(key, 2)).isEmpty();
    List<ClaimedJob> running = scene.claim(scene.aNode(), 10);
    assertThat(running).extracting(ClaimedJob::id).containsExactly(ids.get(0), ids.get(1));
    assertThat(scene.holds.keysWithFreeSlots(Map.of(KIND, 2))).doesNotContain(key);

    scene.endings.finish(running.get(0).lease(), Ending.succeeded(null, null, "n", NOON));
    assertThat(scene.holds.keysWithFreeSlots(Map.of(KIND, 2))).contains(key);
    assertThat(give(key, 2)).containsExactly(ids.get(2));
  }

  @Test
  void nodesThatGiveSlotsAwayTogetherNeverGiveMoreThanThereAre() throws Exception {
    keyed(40, "tenant");
    LimitKey key = key("tenant");
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    List<Callable<List<Long>>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(() -> giveOrBeLate(key, 3));
    }
    List<Long> given = new ArrayList<>();
    for (Future<List<Long>> call : nodes.invokeAll(calls)) {
      given.addAll(call.get());
    }
    nodes.shutdown();

    assertThat(given).hasSize(3).doesNotHaveDuplicates();
    assertThat(scene.claim(scene.aNode(), 40)).hasSize(3);
  }

  @Test
  void theDatabaseItselfForbidsTwoJobsInOneSlot() {
    List<Long> ids = keyed(2, "document");
    String slot = "UPDATE work_job SET hold = NULL, slot = 1 WHERE id = ";
    database.ownerSql().execute(slot + ids.get(0));

    assertThatThrownBy(() -> database.ownerSql().execute(slot + ids.get(1)))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasMessageContaining("work_job_slot");
  }

  @Test
  void aJobThatWaitsForARetryGivesItsSlotBack() {
    keyed(2, "k");
    give(key("k"), 1);
    ClaimedJob job = scene.claim(scene.aNode(), 1).get(0);

    scene.endings.retry(job.lease(), "n", "FAILED", null, NOON.plusSeconds(60), NOON);

    assertThat(give(key("k"), 1)).hasSize(1).doesNotContain(job.id());
    List<Freed> due =
        scene.holds.promoteDue(NOON.plusSeconds(60)).stream()
            .filter(freed -> freed.job().id() == job.id())
            .toList();
    assertThat(due).extracting(Freed::hold).containsExactly(Hold.KEY);
  }

  @Test
  void aJobWaitsUntilAllItsPredecessorsSucceeded() {
    long first = scene.aWaitingJob();
    long second = scene.aWaitingJob();
    long last = after(List.of(first, second), false);
    List<ClaimedJob> running = scene.claim(scene.aNode(), 10);
    assertThat(running).extracting(ClaimedJob::id).containsExactly(first, second);

    succeed(running.get(0));
    assertThat(resolved(first).freed()).isEmpty();
    succeed(running.get(1));
    assertThat(resolved(second).freed())
        .extracting(freed -> freed.job().id())
        .containsExactly(last);
    assertThat(scene.claim(scene.aNode(), 10)).extracting(ClaimedJob::id).containsExactly(last);
  }

  @Test
  void aFailedPredecessorCancelsWhatWaitsForItAndSaysWhich() {
    long first = scene.aWaitingJob();
    long cancelled = after(List.of(first), false);
    long runsAnyway = after(List.of(first), true);
    scene.endings.cancelWaiting(scene.ada.organisation(), first, NOON);

    Dependencies.Resolved resolved = resolved(first);

    assertThat(resolved.cancelled()).extracting(EndedJob::id).containsExactly(cancelled);
    assertThat(resolved.freed()).extracting(freed -> freed.job().id()).containsExactly(runsAnyway);
    assertThat(scene.seen(cancelled).state()).isEqualTo(JobState.CANCELLED);
    assertThat(scene.seen(cancelled).error().detail())
        .isEqualTo("It waited for job " + first + ", which was cancelled.");
    assertThat(scene.seen(runsAnyway).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void aJobCannotWaitForOneThatItsOrganisationDoesNotHave() {
    List<JobId> nobodys = List.of(new JobId(Long.MAX_VALUE));
    assertThatThrownBy(() -> scene.submitted(scene.job(scene.command().withAfter(nobodys))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("after");
  }

  @Test
  void theSweepFindsWhatNobodyTold() {
    ClaimedJob first = scene.aRunningJob(scene.aNode());
    long last = after(List.of(first.id()), false);
    succeed(first);

    assertThat(scene.dependencies.noteAllEnded()).contains(last);
    assertThat(scene.dependencies.resolve(List.of(last), NOON).freed()).hasSize(1);
  }

  @Test
  void whatWaitedTooLongIsCancelledAndNotBegun() {
    long id = scene.submitted(scene.job(scene.command().withExpiry(NOON.plusSeconds(5)))).id();

    assertThat(scene.endings.cancelExpired(null, NOON.plusSeconds(4)))
        .extracting(ended -> ended.id())
        .doesNotContain(id);
    assertThat(scene.endings.cancelExpired(null, NOON.plusSeconds(5)))
        .extracting(ended -> ended.id())
        .contains(id);
    assertThat(scene.seen(id).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void aKeyForAPeriodOutlivesItsJobAndAKeyWhileWaitingEndsWhenItBegins() {
    String period = "p-" + Ids.next();
    long first =
        scene.submitted(scene.job(scene.command().withKeyFor(period, Duration.ofMinutes(5)))).id();
    scene.endings.cancelWaiting(scene.ada.organisation(), first, NOON);
    assertThat(
            scene.submitted(scene.job(scene.command().withKeyFor(period, Duration.ofMinutes(5)))))
        .isEqualTo(new Submission(first, false));

    String waiting = "w-" + Ids.next();
    long second = scene.submitted(scene.job(scene.command().withKeyWhileWaiting(waiting))).id();
    assertThat(scene.submitted(scene.job(scene.command().withKeyWhileWaiting(waiting))).id())
        .isEqualTo(second);
    ClaimedJob begun = scene.claim(scene.aNode(), 1).get(0);
    assertThat(begun.id()).isEqualTo(second);
    assertThat(scene.submitted(scene.job(scene.command().withKeyWhileWaiting(waiting))).added())
        .isTrue();
    assertThat(scene.endings.takeBack(begun.lease(), "n", NOON))
        .as("the one that began waits again beside the new one")
        .isTrue();
  }

  private List<Long> keyed(int count, String key) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(scene.submitted(scene.job(scene.command().withLimitKey(key))).id());
    }
    return ids;
  }

  private LimitKey key(String text) {
    return new LimitKey(scene.ada.organisation(), KIND, text);
  }

  private List<Long> give(LimitKey key, int most) {
    return scene.holds.giveSlots(key, most).stream().map(freed -> freed.job().id()).toList();
  }

  private List<Long> giveOrBeLate(LimitKey key, int most) {
    try {
      return give(key, most);
    } catch (WorkStoreException e) {
      assertThat(e.isTaken()).isTrue();
      return List.of();
    }
  }

  private long after(List<Long> others, boolean anyway) {
    List<JobId> ids = others.stream().map(JobId::new).toList();
    return scene
        .submitted(
            scene.job(
                anyway ? scene.command().withAfterEndOf(ids) : scene.command().withAfter(ids)))
        .id();
  }

  private void succeed(ClaimedJob job) {
    scene.endings.finish(job.lease(), Ending.succeeded(null, null, "n", NOON));
  }

  private Dependencies.Resolved resolved(long ended) {
    return scene.dependencies.resolve(scene.dependencies.noteEnded(List.of(ended)), NOON);
  }
}
