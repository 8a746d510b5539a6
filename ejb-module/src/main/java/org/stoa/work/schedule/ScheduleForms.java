package org.stoa.work.schedule;

import java.time.Duration;
import java.time.ZoneId;
import org.stoa.work.DoubledTime;
import org.stoa.work.MissingTime;
import org.stoa.work.PreviewSchedule;
import org.stoa.work.domain.FixedRate;
import org.stoa.work.domain.LocalTimetable;
import org.stoa.work.domain.OneTime;
import org.stoa.work.domain.Schedule;
import org.stoa.work.domain.Timetable;
import org.stoa.work.domain.WallClock;

/** Makes schedules of what was asked for and checked by {@link ScheduleChecks}. */
public final class ScheduleForms {

  private ScheduleForms() {}

  /** The schedule, with what was left out filled in. */
  public static Schedule schedule(PreviewSchedule asked) {
    return new Schedule(
        timetable(asked),
        orElse(asked.start(), Schedule.FIRST),
        orElse(asked.end(), Schedule.LAST),
        orElse(asked.maxRuns(), Integer.MAX_VALUE));
  }

  private static Timetable timetable(PreviewSchedule asked) {
    ZoneId zone = ZoneId.of(asked.zone());
    return switch (asked.kind()) {
      case UNIX_CRON -> cron(CronDialect.UNIX, asked, zone);
      case QUARTZ_CRON -> cron(CronDialect.QUARTZ, asked, zone);
      case FIXED_RATE -> new FixedRate(asked.start(), Duration.parse(asked.every()), zone);
      case ONCE -> new OneTime(asked.at(), zone);
    };
  }

  private static Timetable cron(CronDialect dialect, PreviewSchedule asked, ZoneId zone) {
    MissingTime missing = orElse(asked.missingTime(), MissingTime.RUN_AFTER);
    DoubledTime doubled = orElse(asked.doubledTime(), DoubledTime.ONCE);
    return new LocalTimetable(
        new CronTimes(dialect, asked.cron()), new WallClock(zone, missing, doubled));
  }

  private static <T> T orElse(T given, T other) {
    return given == null ? other : given;
  }
}
