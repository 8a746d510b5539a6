package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The library against a plain reading of the same fields, minute by minute. */
class CronTimesProperties {

  private static final LocalDate BEGIN = LocalDate.of(2026, 2, 20);
  private static final int DAYS = 20;
  private static final int MOST = 300;

  @Property(tries = 80)
  void namesExactlyTheMinutesThatFitItsFields(@ForAll("crons") PlainCron cron) {
    assertThat(new CronSyntax(CronDialect.UNIX).fault(cron.text())).isEmpty();
    CronTimes times = new CronTimes(CronDialect.UNIX, cron.text());

    assertThat(named(times)).isEqualTo(fitting(cron));
  }

  @Property(tries = 80)
  void quartzNamesTheSameWhenOnlyOneOfItsDaysIsGiven(@ForAll("crons") PlainCron cron) {
    PlainCron everyDay = new PlainCron(cron.minute(), cron.hour(), cron.day(), cron.month(), null);
    CronTimes times = new CronTimes(CronDialect.QUARTZ, everyDay.quartz());

    assertThat(named(times)).isEqualTo(fitting(everyDay));
  }

  private static List<LocalDateTime> named(CronTimes times) {
    LocalDateTime end = BEGIN.plusDays(DAYS).atStartOfDay();
    List<LocalDateTime> named = new ArrayList<>();
    Optional<LocalDateTime> next = times.from(BEGIN.atStartOfDay());
    while (named.size() < MOST && next.filter(end::isAfter).isPresent()) {
      named.add(next.get());
      next = times.from(next.get().plusSeconds(1));
    }
    return named;
  }

  private static List<LocalDateTime> fitting(PlainCron cron) {
    List<LocalDateTime> fitting = new ArrayList<>();
    LocalDateTime end = BEGIN.plusDays(DAYS).atStartOfDay();
    for (var time = BEGIN.atStartOfDay(); time.isBefore(end); time = time.plusMinutes(1)) {
      if (fitting.size() < MOST && cron.fits(time)) {
        fitting.add(time);
      }
    }
    return fitting;
  }

  @Provide
  Arbitrary<PlainCron> crons() {
    return PlainCron.any();
  }
}
