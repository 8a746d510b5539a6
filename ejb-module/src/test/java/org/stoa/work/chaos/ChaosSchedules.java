package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.stoa.shared.Ids;
import org.stoa.work.MissedRuns;
import org.stoa.work.OverlapPolicy;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleKind;
import org.stoa.work.ScheduleRule;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.ScheduleRows;

/**
 * Schedules of every policy, and what must have become of each of their times. Some began long
 * before anybody worked, so that they have times that were missed.
 */
final class ChaosSchedules {

  private static final Duration MISSED = Duration.ofSeconds(100);

  /** A run is long for its schedule, so that it is often in the way of the next. */
  private static final int LONG = 1_500;

  private final ChaosDatabase database;
  private final UUID organisation;
  private final List<StoredSchedule> schedules = new ArrayList<>();

  private record Fired(Instant instant, String outcome, String reason, boolean late, Long job) {}

  ChaosSchedules(ChaosDatabase database, UUID organisation) {
    this.database = database;
    this.organisation = organisation;
  }

  /** Adds them; they have times until an instant. */
  void add(Instant begin, Instant end) {
    Instant now = begin.truncatedTo(ChronoUnit.MILLIS);
    add(1, LONG, OverlapPolicy.SKIP, MissedRuns.RUN_ALL, now, end);
    add(1, 100, OverlapPolicy.QUEUE, MissedRuns.RUN_ALL, now, end);
    add(2, 2 * LONG, OverlapPolicy.CANCEL_OLD, MissedRuns.RUN_ALL, now, end);
    for (MissedRuns missed : MissedRuns.values()) {
      add(5, 100, OverlapPolicy.QUEUE, missed, now.minus(MISSED), end);
    }
  }

  private void add(
      int seconds,
      int millis,
      OverlapPolicy overlap,
      MissedRuns missed,
      Instant start,
      Instant end) {
    int number = schedules.size();
    ScheduleRule rule =
        new ScheduleRule(
            ScheduleKind.FIXED_RATE,
            null,
            "PT" + seconds + "S",
            null,
            "UTC",
            start,
            end,
            null,
            null,
            null);
    ScheduleDefinition definition =
        new ScheduleDefinition(
            ChaosHandlers.scheduleName(number),
            ChaosHandlers.SCHEDULED,
            Json.createObjectBuilder().add("number", number).add("millis", millis).build(),
            null,
            0,
            rule,
            0,
            overlap,
            missed,
            missed == MissedRuns.RUN_ALL ? 100 : null,
            null);
    StoredSchedule schedule =
        new StoredSchedule(
            Ids.next(),
            organisation,
            definition,
            true,
            new StoredSchedule.Progress(start, null, 0),
            null,
            null,
            start,
            "chaos",
            0);
    schedules.add(schedule);
    assertThat(new ScheduleRows(new Jdbc(database.application())).add(schedule, start)).isTrue();
  }

  /** Whether all their times have been dealt with. */
  boolean areOver() {
    return number("SELECT count(*) FROM work_schedule WHERE next_at IS NOT NULL") == 0
        && number("SELECT count(*) FROM work_firing WHERE outcome = 'HELD'") == 0;
  }

  /** Each time was dealt with once, as its policy says, and each run has one job. */
  void check() {
    schedules.forEach(this::check);
    assertThat(number("SELECT count(job_id) - count(DISTINCT job_id) FROM work_firing"))
        .as("jobs that were submitted for two times")
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM work_firing"
                    + " FULL JOIN (SELECT id FROM work_archive WHERE kind = '%s') job ON id = job_id"
                        .formatted(ChaosHandlers.SCHEDULED)
                    + " WHERE (outcome = 'SUBMITTED' OR outcome IS NULL)"
                    + " AND (id IS NULL OR job_id IS NULL)"))
        .as("runs without their job, or jobs of no run")
        .isZero();
  }

  private void check(StoredSchedule schedule) {
    String name = schedule.definition().name();
    List<Fired> fired = fired(schedule);
    assertThat(fired).extracting(Fired::instant).as(name).isEqualTo(times(schedule));
    Map<Boolean, List<Fired>> byLate =
        fired.stream().collect(Collectors.partitioningBy(Fired::late));
    checkMissed(schedule.definition().missed(), byLate.get(true), name);
    Predicate<Fired> asThePolicySays =
        switch (schedule.definition().overlap()) {
          case SKIP -> run -> isSubmitted(run) || "OVERLAP".equals(run.reason());
          case QUEUE -> ChaosSchedules::isSubmitted;
          case CANCEL_OLD -> run -> isSubmitted(run) || "REPLACED".equals(run.reason());
        };
    assertThat(byLate.get(false)).as(name).isNotEmpty().allMatch(asThePolicySays);
  }

  private static void checkMissed(MissedRuns policy, List<Fired> late, String name) {
    switch (policy) {
      case SKIP -> assertThat(late).as(name).allMatch(ChaosSchedules::isMissed);
      case RUN_ONCE ->
          assertThat(late)
              .as(name)
              .filteredOn(run -> !isMissed(run))
              .allMatch(ChaosSchedules::isSubmitted)
              .hasSizeBetween(1, 2);
      case RUN_ALL ->
          assertThat(late)
              .as(name)
              .allMatch(run -> isSubmitted(run) || "REPLACED".equals(run.reason()));
    }
  }

  private static boolean isMissed(Fired run) {
    return "MISSED".equals(run.reason());
  }

  private static boolean isSubmitted(Fired run) {
    return run.outcome().equals("SUBMITTED");
  }

  private List<Fired> fired(StoredSchedule schedule) {
    return sql()
        .fetch("SELECT * FROM work_firing WHERE schedule_id = ? ORDER BY instant", schedule.id())
        .map(
            row ->
                new Fired(
                    row.get("instant", OffsetDateTime.class).toInstant(),
                    row.get("outcome", String.class),
                    row.get("reason", String.class),
                    row.get("late", Boolean.class),
                    row.get("job_id", Long.class)));
  }

  private static List<Instant> times(StoredSchedule schedule) {
    ScheduleRule rule = schedule.definition().rule();
    Duration every = Duration.parse(rule.every());
    List<Instant> times = new ArrayList<>();
    for (Instant at = rule.start(); !at.isAfter(rule.end()); at = at.plus(every)) {
      times.add(at);
    }
    return times;
  }

  private DSLContext sql() {
    return database.sql();
  }

  private long number(String sql) {
    return sql().fetchOne(sql).get(0, Long.class);
  }
}
