package org.stoa.work.schedule;

import com.cronutils.model.time.ExecutionTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.stoa.work.domain.LocalTimes;

/**
 * The local times that an expression of cron names. The library is asked in UTC, where clocks are
 * never put forward or back, and what it tells is taken as local time.
 */
final class CronTimes implements LocalTimes {

  private final ExecutionTime times;

  /** Of an expression in which {@link CronSyntax} finds no fault. */
  CronTimes(CronDialect dialect, String cron) {
    times = ExecutionTime.forCron(dialect.parser().parse(cron.toUpperCase(Locale.ROOT)));
  }

  @Override
  public Optional<LocalDateTime> from(LocalDateTime earliest) {
    ZonedDateTime before = wholeSecond(earliest).minusSeconds(1).atZone(ZoneOffset.UTC);
    return times.nextExecution(before).map(ZonedDateTime::toLocalDateTime);
  }

  private static LocalDateTime wholeSecond(LocalDateTime time) {
    LocalDateTime second = time.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(time) ? second : second.plusSeconds(1);
  }
}
