package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoa.work.schedule.ScheduleScene.KIND;
import static org.stoa.work.schedule.ScheduleScene.NOON;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.FiringOutcome;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleView;
import org.stoa.work.SilenceReason;
import org.stoa.work.SkipReason;

class FiringTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private ScheduleScene scene;

  @BeforeEach
  void setTheScene() throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM work_schedule");
      statement.execute("DELETE FROM work_job");
    }
    scene = new ScheduleScene(database.application());
  }

  @Test
  void aDueTimeBecomesAJobOfTheOrganisationInTheNameOfTheSchedule() {
    UUID id = scene.each(60, "'queue':'greetings','priority':7").id();
    assertThat(scene.fire()).as("not before its time").isZero();

    scene.tick(60);
    scene.fire();

    ScheduleFiring firing = only(id);
    assertThat(firing.instant()).isEqualTo(NOON.plusSeconds(60));
    assertThat(firing.jobState()).isEqualTo(JobState.QUEUED);
    JobView job = scene.does(work -> work.jobs.find(firing.job()));
    assertThat(job.kind()).isEqualTo(KIND);
    assertThat(job.queue()).isEqualTo("greetings");
    assertThat(job.submittedBy()).isEqualTo("schedule " + scene.seen(id).definition().name());
    assertThat(scene.seen(id).next().at()).isEqualTo(NOON.plusSeconds(120));
    assertThat(scene.fire()).as("once").isZero();
  }

  @Test
  void aStartFinerThanTheDatabaseKeepsItFiresOnceAsWell() {
    String rule = "'kind':'FIXED_RATE','every':'PT1S','start':'2026-03-01T12:00:00.123456789Z'";
    UUID id = scene.created(rule, "'overlap':'QUEUE'").id();
    scene.tick(3);
    scene.fire();
    assertThat(scene.history(id))
        .extracting(ScheduleFiring::instant)
        .containsExactly(NOON.plusMillis(123), NOON.plusMillis(1123), NOON.plusMillis(2123));
  }

  @Test
  void aNodeThatDiesBeforeItsCommitLeavesTheTimeToAnother() {
    UUID id = scene.each(60, "").id();
    scene.tick(60);

    int dealtWith =
        scene.doesAndDies(work -> work.firer.fireDue(scene.clock.instant(), Set.of(), 50));

    assertThat(dealtWith).isEqualTo(1);
    assertThat(scene.history(id)).isEmpty();
    assertThat(jobs()).isZero();
    scene.fire();
    assertThat(only(id).job()).isNotNull();
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  @Timeout(120)
  void competingNodesOfWhichManyDieFireEachTimeOnce() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(scene.each(1, "'overlap':'QUEUE'").id());
    }
    scene.tick(20);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> node =
          () -> {
            while (due() > 0) {
              boolean dies = ThreadLocalRandom.current().nextInt(3) == 0;
              if (dies) {
                scene.doesAndDies(work -> work.firer.fireDue(scene.clock.instant(), Set.of(), 3));
              } else {
                scene.does(work -> work.firer.fireDue(scene.clock.instant(), Set.of(), 3));
              }
            }
            return null;
          };
      for (Future<Void> done : nodes.invokeAll(List.of(node, node, node, node))) {
        done.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(ids)
        .allSatisfy(
            id ->
                assertThat(scene.history(id))
                    .extracting(ScheduleFiring::instant)
                    .containsExactlyElementsOf(seconds(20)));
    assertThat(jobs()).as("one job each, the others wait for it").isEqualTo(20);
  }

  @Test
  void aLockedScheduleKeepsNoOtherFromItsTurn() throws SQLException {
    UUID held = scene.each(1, "").id();
    UUID free = scene.each(1, "").id();
    scene.tick(1);
    try (Connection connection = database.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT FROM work_schedule WHERE id = '" + held + "' FOR UPDATE");
      assertThat(scene.fire()).isEqualTo(1);
      connection.rollback();
    }
    assertThat(only(free).job()).isNotNull();
    assertThat(scene.fire()).isEqualTo(1);
    assertThat(only(held).job()).isNotNull();
  }

  @Test
  void aClockThatGoesBackFiresNothingAgain() {
    UUID id = scene.each(60, "").id();
    scene.tick(120);
    scene.fire();
    scene.tick(-110);
    scene.fire();
    ScheduleView seen = scene.seen(id);
    scene.does(work -> work.runs.pause(id));
    scene.does(work -> work.runs.resume(id));

    assertThat(scene.history(id)).hasSize(2);
    assertThat(scene.seen(id).next()).isEqualTo(seen.next());
    scene.tick(60);
    assertThat(scene.fire()).isZero();
  }

  @Test
  void aRunIsLeftOutWhileTheJobOfTheLastHasNotEnded() {
    UUID id = scene.each(60, "'overlap':'SKIP'").id();
    nextMinute();
    nextMinute();
    List<ScheduleFiring> history = scene.history(id);

    assertThat(history.get(1).reason()).isEqualTo(SkipReason.OVERLAP);
    assertThat(history.get(1).detail()).contains(history.get(0).job().toString());
    scene.endWaiting(history.get(0).job());
    nextMinute();
    assertThat(scene.history(id).get(2).outcome()).isEqualTo(FiringOutcome.SUBMITTED);
  }

  @Test
  void aRunWaitsUntilTheJobOfTheLastHasEnded() {
    UUID id = scene.each(60, "'overlap':'QUEUE'").id();
    nextMinute();
    nextMinute();
    nextMinute();
    assertThat(scene.history(id))
        .extracting(ScheduleFiring::outcome)
        .containsExactly(FiringOutcome.SUBMITTED, FiringOutcome.HELD, FiringOutcome.HELD);

    scene.release();
    assertThat(jobs()).isEqualTo(1);
    scene.endWaiting(scene.history(id).get(0).job());
    scene.doesAndDies(work -> work.firer.releaseHeld(scene.clock.instant(), Set.of(), 5));
    scene.release();
    scene.release();

    assertThat(scene.history(id))
        .extracting(ScheduleFiring::outcome)
        .containsExactly(FiringOutcome.SUBMITTED, FiringOutcome.SUBMITTED, FiringOutcome.HELD);
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void theOldJobIsCancelledForTheNewOne() {
    UUID id = scene.each(60, "'overlap':'CANCEL_OLD'").id();
    nextMinute();
    nextMinute();

    assertThat(scene.history(id))
        .extracting(ScheduleFiring::jobState)
        .containsExactly(JobState.CANCELLED, JobState.QUEUED);
  }

  @Test
  void theNewJobBeginsWhenTheRunningOldOneHasStoppedAndTheNewestWins() {
    UUID id = scene.each(60, "'overlap':'CANCEL_OLD'").id();
    nextMinute();
    begin(scene.history(id).get(0).job());
    nextMinute();
    nextMinute();

    List<ScheduleFiring> history = scene.history(id);
    assertThat(history.get(1).reason()).isEqualTo(SkipReason.REPLACED);
    assertThat(history.get(2).outcome()).isEqualTo(FiringOutcome.HELD);
    long old = history.get(0).job();
    assertThat(scene.does(work -> work.jobs.find(old)).cancelRequested()).isTrue();
  }

  @Test
  void whatWasMissedIsMadeUpForAsTheScheduleSays() {
    UUID skips = scene.each(60, "'missed':'SKIP'").id();
    UUID once = scene.each(60, "'missed':'RUN_ONCE'").id();
    UUID two = scene.each(60, "'missed':'RUN_ALL','missedLimit':2").id();
    scene.tick(5 * 60 + 45);
    scene.fire();

    assertThat(outcomes(skips)).isEqualTo("MMMMM");
    assertThat(outcomes(once)).isEqualTo("MMMM*");
    assertThat(outcomes(two)).as("one by one").isEqualTo("MMM*H");
    assertThat(scene.history(two).get(4).late()).isTrue();
  }

  @Test
  void aScheduleThatFailsIsNamedAndTheOthersGoOn() throws SQLException {
    UUID broken = scene.each(1, "").id();
    UUID good = scene.each(1, "").id();
    scene.tick(1);
    execute(
        "INSERT INTO work_firing SELECT id, '"
            + NOON.plusSeconds(1)
            + "', org_id, now(), 'SKIPPED', 'MISSED', NULL, false, NULL, NULL, false, NULL"
            + " FROM work_schedule WHERE id = '"
            + broken
            + "'");
    FiringFailed failed = catchThrowableOfType(FiringFailed.class, scene::fire);

    assertThat(failed.schedule()).isEqualTo(broken);
    scene.does(work -> work.firer.fireDue(scene.clock.instant(), Set.of(broken), 50));
    assertThat(only(good).job()).isNotNull();
  }

  @Test
  void aPayloadThatTheHandlerNoLongerTakesIsRecorded() throws SQLException {
    UUID id = scene.each(1, "").id();
    execute(
        "UPDATE work_schedule SET definition = jsonb_set(definition, '{payload}', '{\"old\":1}')");
    scene.tick(1);
    scene.fire();

    assertThat(only(id).reason()).isEqualTo(SkipReason.REFUSED);
    assertThat(only(id).detail()).contains("payload.old: is not a member");
  }

  @Test
  void somebodyRunsItNowAsThePolicyAllows() {
    UUID id = scene.each(60, "'overlap':'SKIP'").id();
    scene.does(work -> work.runs.pause(id));
    ScheduleFiring run = scene.does(work -> work.runs.runNow(id));

    assertThat(run.by()).isEqualTo("ada@example.org");
    assertThat(only(id).jobState()).isEqualTo(JobState.QUEUED);
    assertThatThrownBy(() -> scene.does(work -> work.runs.runNow(id)))
        .isInstanceOf(ConflictProblem.class)
        .hasMessageContaining("Job " + run.job());
    assertThat(scene.trail)
        .extracting(entry -> entry.action())
        .contains("schedule.created", "schedule.paused", "schedule.run");
  }

  @Test
  void aTimeThatNobodyDealtWithIsToldOnce() {
    UUID id = scene.each(60, "").id();
    scene.tick(85);
    assertThat(notFired()).as("within the tolerance").isZero();
    scene.tick(10);

    assertThat(notFired()).isEqualTo(1);
    assertThat(notFired()).isZero();
    assertThat(scene.silences)
        .singleElement()
        .satisfies(
            silent -> {
              assertThat(silent.alert().reason()).isEqualTo(SilenceReason.NOT_FIRED);
              assertThat(silent.alert().instant()).isEqualTo(NOON.plusSeconds(60));
            });
    scene.fire();
    assertThat(only(id).silence()).isEqualTo(SilenceReason.NOT_FIRED);
    assertThat(scene.seen(id).alert().instant()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void aJobThatDoesNotBeginOrEndInTimeIsToldOnce() {
    UUID waits = scene.each(600, "'alertAfterSeconds':60").id();
    UUID runs = scene.each(600, "'alertAfterSeconds':60").id();
    UUID ends = scene.each(600, "'alertAfterSeconds':60").id();
    scene.tick(600);
    scene.fire();
    begin(only(runs).job());
    scene.endWaiting(only(ends).job());
    assertThat(notEnded()).as("not yet").isZero();
    scene.tick(61);

    assertThat(notEnded()).isEqualTo(3);
    assertThat(notEnded()).isZero();
    assertThat(only(waits).silence()).isEqualTo(SilenceReason.NOT_BEGUN);
    assertThat(only(runs).silence()).isEqualTo(SilenceReason.NOT_ENDED);
    assertThat(only(ends).silence()).isNull();
    assertThat(scene.silences).hasSize(2);
  }

  @Test
  void oldHistoryIsForgottenButNotWhatIsUnderWay() {
    UUID id = scene.each(60, "").id();
    nextMinute();
    nextMinute();
    Instant later = scene.clock.instant().plus(Duration.ofDays(1));
    int forgotten = scene.does(work -> work.firings.forgetBefore(later, 100));
    assertThat(forgotten).isEqualTo(1);
    assertThat(only(id).outcome()).isEqualTo(FiringOutcome.SUBMITTED);
  }

  private int notFired() {
    return scene.does(work -> work.watch.notFired(scene.clock.instant(), 50));
  }

  private int notEnded() {
    return scene.does(work -> work.watch.notEnded(scene.clock.instant(), 50));
  }

  private void nextMinute() {
    scene.tick(60);
    scene.fire();
  }

  private ScheduleFiring only(UUID schedule) {
    List<ScheduleFiring> history = scene.history(schedule);
    assertThat(history).hasSize(1);
    return history.get(0);
  }

  /** Each time as one sign: missed, held, or run. */
  private String outcomes(UUID schedule) {
    return String.join(
        "",
        scene.history(schedule).stream()
            .map(
                firing ->
                    firing.reason() == SkipReason.MISSED
                        ? "M"
                        : firing.outcome() == FiringOutcome.HELD ? "H" : "*")
            .toList());
  }

  private static List<Instant> seconds(int count) {
    List<Instant> seconds = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      seconds.add(NOON.plusSeconds(i));
    }
    return seconds;
  }

  private void begin(long job) {
    execute(
        "UPDATE work_job SET state = 'RUNNING', started_at = now(), lease_owner = '"
            + Ids.next()
            + "' WHERE id = "
            + job);
  }

  private long jobs() {
    return count("SELECT count(*) FROM work_job");
  }

  private long due() {
    return count(
        "SELECT count(*) FROM work_schedule WHERE fire_at <= '" + scene.clock.instant() + "'");
  }

  private static long count(String sql) {
    return database.sql().fetchValue(sql, Long.class) instanceof Long found ? found : -1;
  }

  private static void execute(String sql) {
    database.ownerSql().execute(sql);
  }
}
