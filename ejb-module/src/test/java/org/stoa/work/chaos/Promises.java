package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Record;
import org.stoa.shared.store.TestDatabase;

/** The promises of the engine, read from its tables after everything has ended. */
final class Promises {

  /** Every attempt, the last ones included: they are told by the job itself. */
  private static final String ATTEMPTS =
      """
      WITH attempt AS (
        SELECT job_id, attempt, node, started_at, finished_at, outcome FROM work_attempt
        UNION
        SELECT id, attempt, node, started_at, finished_at, state FROM work_archive
        WHERE started_at IS NOT NULL AND state = 'SUCCEEDED')
      SELECT attempt.*, kind FROM attempt
      JOIN work_archive ON id = job_id
      ORDER BY job_id, attempt
      """;

  private final TestDatabase database;
  private final UUID organisation;
  private final List<Attempt> attempts = new ArrayList<>();

  private record Attempt(
      long job,
      int number,
      String node,
      OffsetDateTime from,
      OffsetDateTime to,
      String outcome,
      String kind) {}

  private record Interval(Instant from, Instant to) {}

  Promises(TestDatabase database, UUID organisation) {
    this.database = database;
    this.organisation = organisation;
  }

  void check(List<Workers.Kill> kills, Instant cut, Duration recovery) {
    readAttempts();
    everyJobEndedOnceAndAsItShould();
    effectsAreThereExactlyOnce();
    nothingBeganBeforeItsTimeOrBeforeWhatItWaitedFor();
    limitsHeld(kills, cut);
    startsWereSpread();
    killedWorkersJobsRanAgainSoon(kills, recovery);
  }

  private void readAttempts() {
    for (Record row : database.sql().fetch(ATTEMPTS)) {
      attempts.add(
          new Attempt(
              row.get("job_id", Long.class),
              row.get("attempt", Integer.class),
              row.get("node", String.class),
              row.get("started_at", OffsetDateTime.class),
              row.get("finished_at", OffsetDateTime.class),
              row.get("outcome", String.class),
              row.get("kind", String.class)));
    }
  }

  private void everyJobEndedOnceAndAsItShould() {
    assertThat(number("SELECT count(*) - count(DISTINCT id) FROM work_archive"))
        .as("jobs that ended twice")
        .isZero();
    assertThat(number("SELECT count(*) FROM work_archive WHERE org_id <> '" + organisation + "'"))
        .isZero();
    String wrong =
        "SELECT count(*) FROM work_archive WHERE (state = 'FAILED')"
            + " <> (kind = '%s' AND (payload->>'number')::int %% 3 = 0)";
    assertThat(number(wrong.formatted(ChaosHandlers.FAILING)))
        .as("jobs that ended otherwise than their handler says")
        .isZero();
  }

  private void effectsAreThereExactlyOnce() {
    assertThat(number("SELECT count(*) - count(DISTINCT job_id) FROM chaos_effect"))
        .as("effects that were committed twice")
        .isZero();
    String missing =
        "SELECT count(*) FROM work_archive FULL JOIN chaos_effect ON job_id = id"
            + " WHERE (kind = '%s' OR kind IS NULL) AND (id IS NULL OR job_id IS NULL)";
    assertThat(number(missing.formatted(ChaosHandlers.INSERT)))
        .as("effects without their job, or jobs without their effect")
        .isZero();
  }

  private void nothingBeganBeforeItsTimeOrBeforeWhatItWaitedFor() {
    assertThat(number("SELECT count(*) FROM work_archive WHERE started_at < due_at"))
        .as("jobs that began before their time")
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM work_archive job JOIN work_dependency ON job_id = job.id"
                    + " JOIN work_archive first ON first.id = waits_for"
                    + " WHERE job.started_at < first.finished_at"))
        .as("jobs that began before the one they waited for had ended")
        .isZero();
    assertThat(number("SELECT count(*) FROM work_dependency")).isPositive();
  }

  /**
   * From what the handlers noted themselves; those without an end ended with their process, or
   * could not say so when all connections were cut.
   */
  private void limitsHeld(List<Workers.Kill> kills, Instant cut) {
    Map<Long, Instant> ends = new HashMap<>();
    kills.forEach(kill -> ends.put(kill.process(), kill.at()));
    Map<String, List<Interval>> byName = new TreeMap<>();
    for (Record row : database.sql().fetch("SELECT * FROM chaos_interval ORDER BY id")) {
      OffsetDateTime ended = row.get("ended", OffsetDateTime.class);
      Instant begin = row.get("began", OffsetDateTime.class).toInstant();
      Instant end =
          ended == null
              ? ends.getOrDefault(row.get("process", Long.class), cut)
              : ended.toInstant();
      assertThat(end).as("an interval that nobody ended and nothing cut off").isAfter(begin);
      byName
          .computeIfAbsent(row.get("name", String.class), name -> new ArrayList<>())
          .add(new Interval(begin, end));
    }
    assertThat(mostAtOnce(byName.remove(ChaosHandlers.SLOW)))
        .isBetween(1, ChaosHandlers.SLOW_AT_ONCE);
    assertThat(byName).isNotEmpty();
    byName.forEach((key, some) -> assertThat(mostAtOnce(some)).as(key).isEqualTo(1));
  }

  private void startsWereSpread() {
    List<OffsetDateTime> starts =
        attempts.stream()
            .filter(attempt -> attempt.kind().equals(ChaosHandlers.RATED))
            .filter(attempt -> attempt.number() == 1)
            .map(Attempt::from)
            .sorted()
            .toList();
    assertThat(starts).isNotEmpty();
    for (int i = ChaosHandlers.RATED_PER_SECOND; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - ChaosHandlers.RATED_PER_SECOND), starts.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  private void killedWorkersJobsRanAgainSoon(List<Workers.Kill> kills, Duration recovery) {
    assertThat(kills).isNotEmpty();
    List<Duration> recoveries = new ArrayList<>();
    for (int i = 0; i + 1 < attempts.size(); i++) {
      Attempt lost = attempts.get(i);
      Attempt next = attempts.get(i + 1);
      if (lost.outcome().equals("LOST") && next.job() == lost.job()) {
        kills.stream()
            .filter(kill -> kill.node().equals(lost.node()))
            .filter(kill -> kill.at().isAfter(lost.from().toInstant()))
            .min(Comparator.comparing(Workers.Kill::at))
            .ifPresent(
                kill -> recoveries.add(Duration.between(kill.at(), next.from().toInstant())));
      }
    }
    recoveries.sort(Comparator.naturalOrder());
    System.out.printf(
        "chaos: %d kills, %d attempts lost, recovery %s%n",
        kills.size(), recoveries.size(), histogram(recoveries));
    assertThat(recoveries).as("attempts that a kill cut off").isNotEmpty();
    int p99 = (int) Math.ceil(recoveries.size() * 0.99) - 1;
    assertThat(recoveries.get(p99)).isLessThanOrEqualTo(recovery);
  }

  private static String histogram(List<Duration> durations) {
    Map<Long, Integer> seconds = new TreeMap<>();
    durations.forEach(duration -> seconds.merge(duration.toSeconds(), 1, Integer::sum));
    return seconds + " (seconds: attempts)";
  }

  private static int mostAtOnce(List<Interval> some) {
    TreeMap<Instant, Integer> changes = new TreeMap<>();
    for (Interval interval : some) {
      changes.merge(interval.from(), 1, Integer::sum);
      changes.merge(interval.to(), -1, Integer::sum);
    }
    int now = 0;
    int most = 0;
    for (int change : changes.values()) {
      now += change;
      most = Math.max(most, now);
    }
    return most;
  }

  private long number(String sql) {
    return database.sql().fetchOne(sql).get(0, Long.class);
  }
}
