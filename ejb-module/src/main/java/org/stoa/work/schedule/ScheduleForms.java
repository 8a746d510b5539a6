package org.stoa.work.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.stoa.work.DoubledTime;
import org.stoa.work.MissingTime;
import org.stoa.work.PreviewSchedule;
import org.stoa.work.ScheduleRule;
import org.stoa.work.domain.FixedRate;
import org.stoa.work.domain.LocalTimetable;
import org.stoa.work.domain.OneTime;
import org.stoa.work.domain.Schedule;
import org.stoa.work.domain.Timetable;
import org.stoa.work.domain.WallClock;

/**
 * Makes schedules of what was asked for and checked by {@link ScheduleChecks}. Their times are
 * whole milliseconds, which the database keeps as they are.
 */
public final class ScheduleForms {

  private ScheduleForms() {}

  /** The schedule, with what was left out filled in. */
  public static Schedule schedule(PreviewSchedule asked) {
    return new Schedule(
        timetable(asked),
        orElse(whole(asked.start()), Schedule.FIRST),
        orElse(asked.end(), Schedule.LAST),
        orElse(asked.maxRuns(), Integer.MAX_VALUE));
  }

  /** The times of a rule, without its limit of runs. */
  public static Schedule times(ScheduleRule rule) {
    return schedule(rule.preview(null, null, null));
  }

  private static Timetable timetable(PreviewSchedule asked) {
    ZoneId zone = ZoneId.of(asked.zone());
    return switch (asked.kind()) {
      case UNIX_CRON -> cron(CronDialect.UNIX, asked, zone);
      case QUARTZ_CRON -> cron(CronDialect.QUARTZ, asked, zone);
      case FIXED_RATE -> new FixedRate(whole(asked.start()), Duration.parse(asked.every()), zone);
      case ONCE -> new OneTime(whole(asked.at()), zone);
    };
  }

  private static Timetable cron(CronDialect dialect, PreviewSchedule asked, ZoneId zone) {
    MissingTime missing = orElse(asked.missingTime(), MissingTime.RUN_AFTER);
    DoubledTime doubled = orElse(asked.doubledTime(), DoubledTime.ONCE);
    return new LocalTimetable(
        new CronTimes(dialect, asked.cron()), new WallClock(zone, missing, doubled));
  }

  private static Instant whole(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static <T> T orElse(T given, T other) {
    return given == null ? other : given;
  }
}
