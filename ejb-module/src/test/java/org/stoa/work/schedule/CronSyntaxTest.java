package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "61 * * * *; field 1 (minute): Value 61 not in range [0, 59]",
        "0 0 1-40 * *; field 3 (day of month): Value 40 not in range [1, 31]",
        "0 0 * * FRI-MON; field 5 (day of week): the range FRI-MON runs backwards",
        "0 5-1/2 * * *; field 2 (hour): the range 5-1/2 runs backwards",
        "0 0|5 * * *; field 2 (hour): 0|5 is none of",
        "0 0 L * *; field 3 (day of month): L is none of",
        "1, * * * *; field 1 (minute): 1, is none of",
        "*/0 * * * *; field 1 (minute): Period 0",
        "@daily; has 1 fields, wanted are 5 fields: minute, hour",
        "* * * * * *; has 6 fields, wanted are 5 fields"
      })
  void saysWhatIsWrongInUnixCron(String cron, String why) {
    assertThat(new CronSyntax(CronDialect.UNIX).fault(cron).orElseThrow()).startsWith(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0 0 22-2 * * ?; field 3 (hour): the range 22-2 runs backwards",
        "0 0 0 1 NOV-FEB ?; field 5 (month): the range NOV-FEB runs backwards",
        "0 0 0 1,L * ?; field 4 (day of month): 1,L is none of",
        "0 0 0 31W * ?; field 4 (day of month): 31W is none of",
        "0 0 0 ? * MON#6; field 6 (day of week): MON#6 is none of",
        "0 0 0 ? * 2#; field 6 (day of week): 2# is none of",
        "0 0 0 1 1 ? 2200; field 7 (year): Value 2200 not in range [1970, 2099]",
        "0 0 12 * * *; exactly one of field 4 (day of month) and field 6 (day of week) must be ?",
        "0 0 0 ? * ?; exactly one of field 4",
        "* * * * *; has 5 fields, wanted are 7 fields"
      })
  void saysWhatIsWrongInQuartzCron(String cron, String why) {
    assertThat(new CronSyntax(CronDialect.QUARTZ).fault(cron).orElseThrow()).startsWith(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/5 * * * *", "0 8-18/2 * * mon-fri", "0 0 1,15 JAN-MAR *", "0 0 * * 7"})
  void acceptsUnixCron(String cron) {
    assertThat(new CronSyntax(CronDialect.UNIX).fault(cron)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0 0 12 L * ?; 2026-03-31T12:00 2026-04-30T12:00",
        "0 0 12 L-3 * ?; 2026-03-28T12:00 2026-04-27T12:00",
        "0 0 12 LW 5 ? ; 2026-05-29T12:00 2027-05-31T12:00",
        "0 0 12 15W * ?; 2026-03-16T12:00 2026-04-15T12:00",
        "0 0 12 ? * 6L; 2026-03-27T12:00 2026-04-24T12:00",
        "0 0 12 ? * MON#2 2027; 2027-01-11T12:00 2027-02-08T12:00",
        "30 0 0 29 2 ? *; 2028-02-29T00:00:30 2032-02-29T00:00:30"
      })
  void quartzHasItsSpecialDays(String cron, String first) {
    assertThat(new CronSyntax(CronDialect.QUARTZ).fault(cron)).isEmpty();
    CronTimes times = new CronTimes(CronDialect.QUARTZ, cron);

    List<LocalDateTime> wanted = Stream.of(first.split(" ", -1)).map(LocalDateTime::parse).toList();
    LocalDateTime second = times.from(wanted.get(0).plusSeconds(1)).orElseThrow();
    assertThat(times.from(LocalDateTime.parse("2026-03-01T00:00"))).contains(wanted.get(0));
    assertThat(second).isEqualTo(wanted.get(1));
  }

  @Test
  void aDayThatNeverComesHasNoTimes() {
    CronTimes times = new CronTimes(CronDialect.UNIX, "0 0 30 2 *");
    assertThat(times.from(LocalDateTime.parse("2026-03-01T00:00"))).isEqualTo(Optional.empty());
  }
}
