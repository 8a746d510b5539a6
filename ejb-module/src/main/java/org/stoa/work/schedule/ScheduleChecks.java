package org.stoa.work.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.stoa.shared.Fields;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.PreviewSchedule;
import org.stoa.work.ScheduleKind;
import org.stoa.work.ScheduleRule;
import org.stoa.work.domain.Schedule;

/** Looks at all fields of a schedule before it is used. */
public final class ScheduleChecks {

  private static final int MAX_CRON = 200;
  private static final int MAX_COUNT = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3660);

  private final PreviewSchedule asked;
  private final Fields fields = new Fields();

  private ScheduleChecks(PreviewSchedule asked) {
    this.asked = asked;
  }

  /** What is wrong with a rule that is part of something else. */
  static Fields look(ScheduleRule rule) {
    ScheduleChecks checks = new ScheduleChecks(rule.preview(rule.maxRuns(), null, null));
    checks.all();
    return checks.fields;
  }

  /**
   * Ends normally when a schedule can be made of it.
   *
   * @throws InvalidProblem with all fields that are wrong
   */
  public static void check(PreviewSchedule asked) {
    ScheduleChecks checks = new ScheduleChecks(asked);
    checks.all();
    checks.fields.check();
  }

  private void all() {
    if (asked.kind() == null) {
      fields.refuse("kind", "is missing");
    } else {
      rule(asked.kind());
    }
    zone();
    limits();
    instant("after", asked.after());
    between("count", asked.count(), MAX_COUNT);
  }

  private void rule(ScheduleKind kind) {
    switch (kind) {
      case UNIX_CRON -> cron(CronDialect.UNIX);
      case QUARTZ_CRON -> cron(CronDialect.QUARTZ);
      case FIXED_RATE -> fixedRate();
      case ONCE -> needed("at", asked.at());
    }
    boolean cron = kind == ScheduleKind.UNIX_CRON || kind == ScheduleKind.QUARTZ_CRON;
    foreign(cron, "cron", asked.cron());
    foreign(cron, "missingTime", asked.missingTime());
    foreign(cron, "doubledTime", asked.doubledTime());
    foreign(kind == ScheduleKind.FIXED_RATE, "every", asked.every());
    foreign(kind == ScheduleKind.ONCE, "at", asked.at());
  }

  /** What would be without effect is refused, since it was meant to have one. */
  private void foreign(boolean fits, String field, Object value) {
    fields.require(fits || value == null, field, "has no meaning for the kind " + asked.kind());
  }

  private void cron(CronDialect dialect) {
    String cron = fields.text("cron", asked.cron(), MAX_CRON);
    if (!cron.isEmpty() && cron.length() <= MAX_CRON) {
      new CronSyntax(dialect).fault(cron).ifPresent(fault -> fields.refuse("cron", fault));
    }
  }

  private void fixedRate() {
    needed("start", asked.start());
    try {
      Duration every = Duration.parse(asked.every() == null ? "" : asked.every());
      boolean fits = every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
      fields.require(fits, "every", "must be from one second to " + LONGEST.toDays() + " days");
      boolean whole = every.equals(every.truncatedTo(ChronoUnit.MILLIS));
      fields.require(whole, "every", "must be whole milliseconds");
    } catch (DateTimeParseException e) {
      fields.refuse("every", "must be a duration as of ISO 8601, such as PT15M or PT1H30M");
    }
  }

  private void zone() {
    boolean known = asked.zone() != null && ZoneId.getAvailableZoneIds().contains(asked.zone());
    fields.require(known, "zone", "must be a time zone by its IANA name, such as Europe/Berlin");
  }

  private void limits() {
    instant("at", asked.at());
    instant("start", asked.start());
    instant("end", asked.end());
    boolean ordered =
        asked.start() == null || asked.end() == null || !asked.end().isBefore(asked.start());
    fields.require(ordered, "end", "must not be before start");
    between("maxRuns", asked.maxRuns(), Integer.MAX_VALUE);
  }

  private void needed(String field, Object value) {
    fields.require(value != null, field, "is missing");
  }

  private void instant(String field, Instant value) {
    boolean fits =
        value == null || !(value.isBefore(Schedule.FIRST) || value.isAfter(Schedule.LAST));
    fields.require(fits, field, "must be from " + Schedule.FIRST + " to " + Schedule.LAST);
  }

  private void between(String field, Integer value, int most) {
    fields.require(
        value == null || (value >= 1 && value <= most), field, "must be from 1 to " + most);
  }
}
