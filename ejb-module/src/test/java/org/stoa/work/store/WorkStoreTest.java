package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoa.work.store.WorkScene.KIND;
import static org.stoa.work.store.WorkScene.NOON;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobAttempt;
import org.stoa.work.JobError;
import org.stoa.work.JobLogLine;
import org.stoa.work.JobProgress;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.LogEntry;
import org.stoa.work.domain.LostJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;

class WorkStoreTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final JobError OOPS =
      new JobError("urn:stoa:problem:oops", "Oops", "It broke \u0000 here.", Map.of("line", 7));

  private WorkScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
  }

  @Test
  void showsASubmittedJobToItsOrganisationOnly() {
    long id = scene.aWaitingJob();

    JobView job = scene.seen(id);
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(job.kind()).isEqualTo(KIND);
    assertThat(job.submittedAt()).isEqualTo(NOON);
    assertThat(job.submittedBy()).isEqualTo("ada@example.org");
    assertThat(job.attempt()).isZero();
    assertThat(job.startedAt()).isNull();
    assertThat(scene.reads.find(UUID.randomUUID(), id)).isEmpty();
  }

  @Test
  void knowsWhichJobsHaveNotEnded() {
    long ended = scene.aWaitingJob();
    scene.endings.cancelWaiting(scene.ada.organisation(), ended, NOON);
    long waiting = scene.aWaitingJob();
    Jobs jobs = new Jobs(null, null, null, scene.reads, null, null, null);

    assertThat(jobs.unfinished(List.of(ended, waiting, Long.MAX_VALUE))).containsExactly(waiting);
    assertThat(jobs.unfinished(List.of())).isEmpty();
  }

  @Test
  void aJobOfATransactionThatRollsBackNeverExists() throws SQLException {
    long id;
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      id = submissions(connection).add(scene.job()).id();
      assertThat(scene.claim(scene.aNode(), 1)).as("before the commit").isEmpty();
      connection.rollback();
    }
    assertThat(scene.reads.find(scene.ada.organisation(), id)).isEmpty();
  }

  @Test
  void manyJobsBecomeTheSameAsOneByOneInTheirOrder() {
    long kept = scene.submitted(scene.job(0, null, "once")).id();
    NewJob later = scene.job(0, NOON.plusSeconds(60), null);
    NewJob urgent = scene.job(7, null, null);
    List<Submission> added =
        scene.submissions.addAll(
            List.of(scene.job(), later, scene.job(0, null, "once"), urgent, scene.job()));

    assertThat(added).extracting(Submission::added).containsExactly(true, true, false, true, true);
    assertThat(added.get(2).id()).isEqualTo(kept);
    assertThat(added.get(0).id()).isLessThan(added.get(1).id());
    assertThat(added.get(3).id()).isLessThan(added.get(4).id());
    JobView one = scene.seen(scene.aWaitingJob());
    JobView ofMany = scene.seen(added.get(4).id());
    assertThat(ofMany).usingRecursiveComparison().ignoringFields("id").isEqualTo(one);
    assertThat(scene.claim(scene.aNode(), 10))
        .extracting(ClaimedJob::id)
        .containsExactly(added.get(3).id(), kept, added.get(0).id(), added.get(4).id(), one.id());
    assertThat(scene.seen(added.get(1).id()).dueAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(scene.submissions.addAll(List.of())).isEmpty();
  }

  @Test
  void claimsByPriorityThenAge() {
    long first = scene.submitted(scene.job(0, null, null)).id();
    long second = scene.submitted(scene.job(0, null, null)).id();
    long urgent = scene.submitted(scene.job(5, null, null)).id();

    assertThat(scene.claim(scene.aNode(), 10))
        .extracting(ClaimedJob::id)
        .containsExactly(urgent, first, second);
  }

  @Test
  void claimsOnlyKindsThatTheNodeCanDo() {
    scene.aWaitingJob();

    UUID node = scene.aNode();
    assertThat(scene.claim(Set.of("other.kind"), 10, node)).isEmpty();
    assertThat(scene.claim(Set.of("other.kind", KIND), 10, node)).hasSize(1);
  }

  @Test
  void givesNoJobToTwoNodesThatClaimAtOnce() throws Exception {
    int jobs = 400;
    int claimers = 8;
    for (int i = 0; i < jobs; i++) {
      scene.aWaitingJob();
    }
    CyclicBarrier together = new CyclicBarrier(claimers);
    ExecutorService threads = Executors.newFixedThreadPool(claimers);
    try {
      List<Future<List<Long>>> claims = new ArrayList<>();
      for (int i = 0; i < claimers; i++) {
        claims.add(threads.submit(claimAll(together)));
      }
      List<Long> claimed = new ArrayList<>();
      for (Future<List<Long>> claim : claims) {
        claimed.addAll(claim.get(60, TimeUnit.SECONDS));
      }
      assertThat(claimed).hasSize(jobs).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<List<Long>> claimAll(CyclicBarrier together) {
    UUID node = scene.aNode();
    return () -> {
      together.await(60, TimeUnit.SECONDS);
      List<Long> claimed = new ArrayList<>();
      for (List<ClaimedJob> some = scene.claim(node, 7); !some.isEmpty(); ) {
        some.forEach(job -> claimed.add(job.id()));
        some = scene.claim(node, 7);
      }
      return claimed;
    };
  }

  @Test
  void keepsAJobThatIsNotDueFromClaimsUntilItsTime() {
    long id = scene.submitted(scene.job(0, NOON.plusSeconds(60), null)).id();
    UUID node = scene.aNode();

    assertThat(scene.claim(node, 10)).isEmpty();
    assertThat(promoted(NOON.plusSeconds(59))).doesNotContain(scene.queue);
    assertThat(promoted(NOON.plusSeconds(60))).contains(scene.queue);
    assertThat(scene.claim(node, 10)).extracting(ClaimedJob::id).containsExactly(id);
  }

  @Test
  void tellsWhichQueuesHaveReadyJobs() {
    assertThat(queuesWithReadyJobs()).doesNotContain(scene.queue);
    scene.submitted(scene.job(0, NOON.plusSeconds(60), null));
    assertThat(queuesWithReadyJobs()).doesNotContain(scene.queue);
    scene.aWaitingJob();
    assertThat(queuesWithReadyJobs()).containsOnlyOnce(scene.queue);
  }

  @Test
  void keepsTheResultThatIsToldLast() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    scene.endings.finish(job.lease(), Ending.succeeded("{\"n\":1}", null, "n-1", NOON));

    scene.endings.keepResult(job.id(), "{\"n\":2}");

    assertThat(scene.seen(job.id()).result()).isEqualTo(JsonText.tree("{\"n\":2}"));
  }

  @Test
  void hasOneUnfinishedJobPerKeyAndAnotherAfterThat() {
    long first = scene.submitted(scene.job(0, null, "k")).id();

    assertThat(scene.submitted(scene.job(0, null, "k")).id()).isEqualTo(first);
    ClaimedJob running = scene.claim(scene.aNode(), 1).get(0);
    assertThat(scene.submitted(scene.job(0, null, "k")).added()).isFalse();
    scene.endings.finish(running.lease(), Ending.succeeded(null, null, "n", NOON));
    assertThat(scene.submitted(scene.job(0, null, "k")).id()).isGreaterThan(first);
  }

  @Test
  void movesAFinishedJobToTheArchiveOnce() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    Ending ending =
        Ending.succeeded("{\"rows\":3}", new JobProgress(3, 3L, "done"), "n", NOON.plusSeconds(5));

    assertThat(scene.endings.finish(job.lease(), ending)).isTrue();
    assertThat(scene.endings.finish(job.lease(), ending)).isFalse();

    JobView seen = scene.seen(job.id());
    assertThat(seen.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(seen.result()).isEqualTo(JsonText.tree("{\"rows\":3}"));
    assertThat(seen.progress()).isEqualTo(new JobProgress(3, 3L, "done"));
    assertThat(seen.attempt()).isEqualTo(1);
    assertThat(seen.finishedAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(scene.reads.views(List.of(job.id()))).hasSize(1);
    assertThat(scene.reads.attempts(scene.ada.organisation(), job.id())).isEmpty();
  }

  @Test
  void keepsTheErrorAndItsAttemptOfAJobThatFailed() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());

    assertThat(scene.endings.finish(job.lease(), Ending.failed(OOPS, null, "n-1", NOON))).isTrue();

    JobView seen = scene.seen(job.id());
    assertThat(seen.state()).isEqualTo(JobState.FAILED);
    assertThat(seen.error().type()).isEqualTo("urn:stoa:problem:oops");
    assertThat(seen.error().detail()).isEqualTo("It broke \uFFFD here.");
    assertThat(seen.error().members()).hasToString("{line=7}");
    assertThat(scene.reads.attempts(scene.ada.organisation(), job.id()))
        .extracting(JobAttempt::attempt, JobAttempt::outcome, JobAttempt::node)
        .containsExactly(tuple(1, "FAILED", "n-1"));
  }

  @Test
  void retriesAtItsTimeAndNotBefore() {
    UUID node = scene.aNode();
    ClaimedJob job = scene.aRunningJob(node);

    assertThat(scene.endings.retry(job.lease(), "n", "FAILED", OOPS, NOON.plusSeconds(30), NOON))
        .isTrue();

    JobView waiting = scene.seen(job.id());
    assertThat(waiting.state()).isEqualTo(JobState.QUEUED);
    assertThat(waiting.dueAt()).isEqualTo(NOON.plusSeconds(30));
    assertThat(waiting.error().title()).isEqualTo("Oops");
    assertThat(scene.claim(node, 1)).isEmpty();
    promoted(NOON.plusSeconds(30));
    ClaimedJob again = scene.claim(node, 1).get(0);
    assertThat(again.tally().attempt()).isEqualTo(2);
    assertThat(again.tally().failures()).isEqualTo(1);
    assertThat(again.lease().token()).isGreaterThan(job.lease().token());
  }

  @Test
  void letsWhoLostTheLeaseCommitNothing() {
    ClaimedJob old = scene.aRunningJob(scene.aNode("first", Duration.ofMillis(1)));
    Awaitility.await().until(() -> isLost(old));
    scene.endings.takeBack(old.lease(), "first", NOON);
    ClaimedJob current = scene.claim(scene.aNode(), 1).get(0);

    assertThat(scene.endings.finish(old.lease(), Ending.succeeded(null, null, "first", NOON)))
        .isFalse();
    assertThat(scene.endings.retry(old.lease(), "first", "FAILED", OOPS, NOON, NOON)).isFalse();
    assertThat(scene.endings.handBack(old.lease(), "first", NOON)).isFalse();
    assertThat(scene.endings.handBackUnstarted(old.lease())).isFalse();
    assertThat(scene.journal.progress(old.lease(), new JobProgress(1, null, null))).isFalse();

    assertThat(scene.seen(old.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(current.tally().attempt()).isEqualTo(2);
    assertThat(current.tally().losses()).isEqualTo(1);
    assertThat(scene.endings.finish(current.lease(), Ending.succeeded(null, null, "n", NOON)))
        .isTrue();
    assertThat(scene.reads.attempts(scene.ada.organisation(), old.id()))
        .extracting(JobAttempt::outcome)
        .containsExactly("LOST");
  }

  @Test
  void evenTheSameNodeCannotUseAnOlderLease() {
    UUID node = scene.aNode();
    ClaimedJob first = scene.aRunningJob(node);
    scene.endings.takeBack(first.lease(), "n", NOON);
    ClaimedJob second = scene.claim(node, 1).get(0);

    assertThat(scene.endings.finish(first.lease(), Ending.succeeded(null, null, "n", NOON)))
        .isFalse();
    assertThat(scene.endings.finish(second.lease(), Ending.succeeded(null, null, "n", NOON)))
        .isTrue();
  }

  @Test
  void aHeartbeatKeepsJobsFromBeingLost() {
    String name = "kept-" + Ids.next();
    UUID node = scene.aNode(name, Duration.ofMillis(1));
    ClaimedJob job = scene.aRunningJob(node);
    Awaitility.await().until(() -> isLost(job));

    scene.nodes.heartbeat(node, name, NOON, Duration.ofMinutes(10), "[]");

    assertThat(isLost(job)).isFalse();
    assertThat(scene.claims.heldBy(node)).extracting(ClaimedJob::id).containsExactly(job.id());
  }

  @Test
  void anEarlierRunOfTheSameNodeLosesItsJobsAtOnce() {
    String name = "again-" + Ids.next();
    ClaimedJob ofEarlierRun = scene.aRunningJob(scene.aNode(name, Duration.ofMinutes(10)));
    ClaimedJob ofAnother = scene.aRunningJob(scene.aNode());

    UUID newRun = scene.aNode(name, Duration.ofMinutes(10));
    assertThat(scene.nodes.endEarlierRuns(newRun, name)).isEqualTo(1);

    assertThat(isLost(ofEarlierRun)).isTrue();
    assertThat(isLost(ofAnother)).isFalse();
    assertThat(scene.claims.lost())
        .filteredOn(lost -> lost.job().id() == ofEarlierRun.id())
        .extracting(LostJob::node)
        .containsExactly(name);
  }

  @Test
  void aJobThatANodeStoodStillInTheMiddleOfEndingHoldsUpNoOtherLostJob() throws SQLException {
    UUID node = scene.aNode("stands-" + Ids.next(), Duration.ofMillis(1));
    ClaimedJob ending = scene.aRunningJob(node);
    ClaimedJob other = scene.aRunningJob(node);
    Awaitility.await().until(() -> isLost(ending) && isLost(other));

    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      new Endings(new Jdbc(new SameConnection(connection)))
          .finish(ending.lease(), Ending.succeeded(null, null, "stands", NOON));

      assertThat(isLost(other)).isTrue();
      assertThat(isLost(ending)).as("whoever takes it back would wait for its node").isFalse();
      connection.rollback();
    }
    assertThat(isLost(ending)).isTrue();
  }

  @Test
  void aNodeThatWasForgottenStillLosesItsJobs() {
    UUID node = scene.aNode("gone-" + Ids.next(), Duration.ofMinutes(10));
    ClaimedJob job = scene.aRunningJob(node);
    database.ownerSql().execute("DELETE FROM work_node WHERE id = ?", node);

    assertThat(isLost(job)).isTrue();
  }

  @Test
  void givesAnUnbegunJobBackAsIfNothingHadHappened() {
    UUID node = scene.aNode();
    ClaimedJob job = scene.aRunningJob(node);

    assertThat(scene.endings.handBackUnstarted(job.lease())).isTrue();

    assertThat(scene.seen(job.id()).attempt()).isZero();
    assertThat(scene.claim(node, 1).get(0).tally().attempt()).isEqualTo(1);
  }

  @Test
  void cancelsAWaitingJobAtOnce() {
    long id = scene.aWaitingJob();

    assertThat(scene.endings.cancelWaiting(UUID.randomUUID(), id, NOON)).isEmpty();
    assertThat(scene.endings.requestCancel(scene.ada.organisation(), id, NOON)).isFalse();
    assertThat(scene.endings.cancelWaiting(scene.ada.organisation(), id, NOON)).isPresent();
    assertThat(scene.endings.cancelWaiting(scene.ada.organisation(), id, NOON)).isEmpty();

    assertThat(scene.seen(id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(scene.claim(scene.aNode(), 1)).isEmpty();
  }

  @Test
  void doesACancelledJobAgainAsANewOneOfWhoAsks() {
    long id = scene.aWaitingJob();
    scene.endings.cancelWaiting(scene.ada.organisation(), id, NOON);

    long again =
        scene.submissions.again(id, null, scene.ada, NOON.plusSeconds(60)).orElseThrow().job().id();

    assertThat(scene.seen(id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(scene.seen(again).state()).isEqualTo(JobState.QUEUED);
    assertThat(scene.seen(again).submittedAt()).isEqualTo(NOON.plusSeconds(60));
    ClaimedJob claimed = scene.claim(scene.aNode(), 1).get(0);
    assertThat(claimed.id()).isEqualTo(again);
    assertThat(claimed.payload()).contains("\"a\"");
    assertThat(claimed.tally().attempt()).isEqualTo(1);
  }

  @Test
  void doesNothingAgainThatIsOfOthersOrDidNotFailOrIsUnderWay() {
    long waiting = scene.aWaitingJob();
    assertThat(scene.submissions.again(waiting, null, scene.ada, NOON)).isEmpty();

    String key = "key-" + Ids.next();
    long cancelled = scene.submitted(scene.job(0, null, key)).id();
    scene.endings.cancelWaiting(scene.ada.organisation(), cancelled, NOON);
    Actor stranger =
        new Actor(Ids.next(), Ids.next(), "eve@example.org", Actor.Kind.PERSON, Set.of("work.*"));
    assertThat(scene.submissions.again(cancelled, null, stranger, NOON)).isEmpty();
    assertThat(scene.submissions.again(cancelled, null, scene.ada, NOON)).isPresent();
    assertThat(scene.submissions.again(cancelled, null, scene.ada, NOON)).isEmpty();
  }

  @Test
  void aCancelledRunningJobIsNotRetriedAndEndsAsCancelled() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    UUID organisation = scene.ada.organisation();

    assertThat(scene.endings.cancelWaiting(organisation, job.id(), NOON)).isEmpty();
    assertThat(scene.endings.requestCancel(UUID.randomUUID(), job.id(), NOON)).isFalse();
    assertThat(scene.endings.requestCancel(organisation, job.id(), NOON)).isTrue();

    assertThat(scene.seen(job.id()).cancelRequested()).isTrue();
    assertThat(scene.endings.retry(job.lease(), "n", "FAILED", OOPS, NOON, NOON)).isFalse();
    assertThat(scene.endings.finish(job.lease(), Ending.cancelled(null, "n", NOON))).isTrue();
    assertThat(scene.seen(job.id()).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void keepsProgressAndLinesInTheirOrder() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    UUID organisation = scene.ada.organisation();

    assertThat(scene.journal.progress(job.lease(), new JobProgress(5, 10L, "half \uD83D\uDE00")))
        .isTrue();
    scene.journal.log(
        job, List.of(new LogEntry(NOON, "first, \"it's\" {1}"), new LogEntry(NOON, "a\u0000b")));
    scene.journal.log(job, List.of(new LogEntry(NOON.plusSeconds(1), "third")));

    assertThat(scene.seen(job.id()).progress())
        .isEqualTo(new JobProgress(5, 10L, "half \uD83D\uDE00"));
    assertThat(scene.reads.log(organisation, job.id()))
        .extracting(JobLogLine::text)
        .containsExactly("first, \"it's\" {1}", "a\uFFFDb", "third");
    assertThat(scene.reads.log(UUID.randomUUID(), job.id())).isEmpty();
  }

  @Test
  void listsNewestFirstAcrossBothTablesPageByPage() {
    ClaimedJob finished = scene.aRunningJob(scene.aNode());
    long second = scene.aWaitingJob();
    scene.endings.finish(finished.lease(), Ending.succeeded(null, null, "n", NOON));
    long third = scene.aWaitingJob();
    UUID organisation = scene.ada.organisation();

    assertThat(scene.reads.list(organisation, JobQuery.all(), null, 2))
        .extracting(JobView::id)
        .containsExactly(third, second);
    assertThat(scene.reads.list(organisation, JobQuery.all(), second, 2))
        .extracting(JobView::id)
        .containsExactly(finished.id());
    assertThat(scene.reads.list(organisation, JobQuery.in(JobState.SUCCEEDED), null, 10))
        .extracting(JobView::id)
        .containsExactly(finished.id());
    assertThat(scene.reads.list(UUID.randomUUID(), JobQuery.all(), null, 10)).isEmpty();
  }

  @Test
  void findsFailedJobsByTheTextOfTheirError() {
    long rare = aFailedJob("Line 7 of dm_100%.csv");
    long other = aFailedJob("Line 8 of dm_1000.csv");
    UUID organisation = scene.ada.organisation();

    assertThat(found(organisation, error("DM_100%.csv"))).containsExactly(rare);
    assertThat(found(organisation, error("oops line"))).containsExactly(other, rare);
    assertThat(found(organisation, error("dm_2"))).isEmpty();
    assertThat(found(UUID.randomUUID(), error("line"))).isEmpty();
  }

  @Test
  void findsJobsByKeyUnfinishedAndFinished() {
    String key = "k-" + scene.queue;
    long ended = scene.submitted(scene.job(0, null, key)).id();
    scene.endings.cancelWaiting(scene.ada.organisation(), ended, NOON);
    long waiting = scene.submitted(scene.job(0, null, key)).id();
    scene.aWaitingJob();

    assertThat(found(scene.ada.organisation(), key(key))).containsExactly(waiting, ended);
  }

  private long aFailedJob(String detail) {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    JobError error = new JobError("urn:stoa:problem:oops", "Oops", detail, Map.of());
    scene.endings.finish(job.lease(), Ending.failed(error, null, "n", NOON));
    return job.id();
  }

  private List<Long> found(UUID organisation, JobQuery query) {
    return scene.reads.list(organisation, query, null, 10).stream().map(JobView::id).toList();
  }

  private static JobQuery error(String text) {
    return new JobQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        Optional.empty());
  }

  private static JobQuery key(String key) {
    return new JobQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.of(key),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean isLost(ClaimedJob job) {
    return scene.claims.lost().stream().anyMatch(lost -> lost.job().id() == job.id());
  }

  private Submissions submissions(Connection connection) {
    Jdbc jdbc = new Jdbc(new SameConnection(connection));
    return new Submissions(jdbc, new Dependencies(jdbc));
  }

  private List<String> promoted(Instant now) {
    return scene.holds.promoteDue(now).stream().map(freed -> freed.job().lane().queue()).toList();
  }

  private List<String> queuesWithReadyJobs() {
    return scene.ready.heads().stream().map(head -> head.lane().queue()).toList();
  }
}
