package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.work.store.Books;
import org.stoa.work.store.Jdbc;

/**
 * Processes of the engine on one database, killed one after the other without warning. Once one of
 * them is held for longer than its lease, once all connections are cut, and once the database
 * crashes; jobs of every kind come in meanwhile. Then every promise is checked from what the
 * database says. {@code -Dstoa.chaos.jobs} and {@code -Dstoa.chaos.seconds} make it longer, {@code
 * -Dstoa.chaos.seed} repeats what chance decided.
 */
class ChaosTest {

  private static final int JOBS = Integer.getInteger("stoa.chaos.jobs", 2_000);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("stoa.chaos.seconds", 40));
  private static final long SEED = Long.getLong("stoa.chaos.seed", System.nanoTime());
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);
  private static final Duration HELD = Duration.ofSeconds(12);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final int PROCESSES = 3;
  private static final int ROUNDS = 20;
  private static final String EFFECTS =
      "CREATE TABLE chaos_effect (job_id bigint NOT NULL);"
          + " GRANT SELECT, INSERT ON chaos_effect TO PUBLIC";

  private final Clock clock = Clock.systemUTC();
  private final Random random = new Random(SEED);
  private final Disturbances disturbances = new Disturbances();
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());

  private Instant nextKill = Instant.EPOCH;

  @Test
  void noKillAtAnyMomentBreaksAPromise(@TempDir Path folder) throws Exception {
    System.out.println("chaos: seed " + SEED);
    try (ChaosDatabase database = new ChaosDatabase(folder.resolve("data"))) {
      database.ownerSql().execute(Intervals.TABLE + "; " + EFFECTS);
      ChaosJobs jobs = new ChaosJobs(database.application(), ada, random);
      ChaosSchedules schedules = new ChaosSchedules(database, ada.organisation());
      try (Workers workers = new Workers(database.address(), PROCESSES, random, disturbances)) {
        disturb(database, workers, jobs, schedules);
        jobs.cancelAll();
        awaitTheEndOfAll(database, schedules);
        assertThat(workers.gone()).isEmpty();
      }
      check(database, jobs, schedules);
    }
  }

  private void disturb(
      ChaosDatabase database, Workers workers, ChaosJobs jobs, ChaosSchedules schedules)
      throws Exception {
    Instant begin = clock.instant();
    schedules.add(begin, begin.plus(TIME));
    for (int round = 0; round < ROUNDS; round++) {
      jobs.submit(JOBS / ROUNDS);
      killUntil(begin.plus(TIME.multipliedBy(round + 1L).dividedBy(ROUNDS)), workers);
      if (round == ROUNDS / 4) {
        disturbances.outage(database.crashAndRestart());
      } else if (round == ROUNDS / 2) {
        disturbances.outage(database.cutAllConnections());
      } else if (round == ROUNDS * 3 / 5) {
        workers.holdOne(HELD);
      }
    }
    workers.awaitLetGo();
  }

  private void killUntil(Instant end, Workers workers) throws Exception {
    do {
      if (!clock.instant().isBefore(nextKill)) {
        nextKill = clock.instant().plus(BETWEEN_KILLS);
        workers.killOne();
      }
      awaitFirstOf(end, nextKill);
    } while (clock.instant().isBefore(end));
  }

  private void awaitFirstOf(Instant one, Instant other) {
    Instant first = one.isBefore(other) ? one : other;
    Awaitility.await()
        .atMost(TIME.plusMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !clock.instant().isBefore(first));
  }

  private static void awaitTheEndOfAll(ChaosDatabase database, ChaosSchedules schedules) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> schedules.areOver() && jobsLeft(database) == 0);
  }

  private static long jobsLeft(ChaosDatabase database) {
    return database.sql().fetchOne("SELECT count(*) FROM work_job").get(0, Long.class);
  }

  private void check(ChaosDatabase database, ChaosJobs jobs, ChaosSchedules schedules) {
    List<Attempt> attempts = Attempt.all(database.sql());
    Recovery recovery = Recovery.of(attempts, disturbances);
    Books.Audit audit = new Books(new Jdbc(database.application())).audit();
    System.out.println(line(audit.books().submitted(), recovery));
    new Promises(database.sql(), ada.organisation()).check(jobs);
    new LimitPromises(database.sql(), disturbances).check(attempts);
    schedules.check();
    assertThat(audit.books().holds()).isTrue();
    assertThat(audit.books().agreesWith(audit.history())).isTrue();
    assertThat(audit.books().submitted()).isGreaterThanOrEqualTo(JOBS);
    assertThat(recovery.all()).as("attempts that a kill cut off").isNotEmpty();
    assertThat(recovery.within(0.99))
        .as("recovery of %s", recovery.slowerThan(RECOVERY))
        .isLessThanOrEqualTo(RECOVERY);
  }

  private String line(long submitted, Recovery recovery) {
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("chaos", "workers")
            .add("seed", SEED)
            .add("jobs", submitted)
            .add("killed", disturbances.kills().size())
            .add("held", disturbances.holds())
            .add("outages", disturbances.outages());
    return recovery.addTo(line).build().toString();
  }
}
