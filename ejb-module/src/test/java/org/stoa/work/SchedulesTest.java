package org.stoa.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;

class SchedulesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ZoneOffsetTransition forward = BERLIN.getRules().nextTransition(NOW);
  private final ZoneOffsetTransition back = BERLIN.getRules().nextTransition(forward.getInstant());
  private final Schedules schedules =
      new Schedules(Clock.fixed(NOW, ZoneOffset.UTC), null, null, null);

  @Test
  void tellsTheNextTenTimesFromNowOn() {
    List<ScheduledTime> times = preview("{'kind':'UNIX_CRON','cron':'30 6 * * *'}");

    assertThat(times).hasSize(10).extracting(ScheduledTime::mark).containsOnly(TimeMark.NORMAL);
    assertThat(JsonText.of(times.get(0)))
        .isEqualTo(
            "{\"at\":\"2026-01-01T05:30:00Z\",\"local\":\"2026-01-01T06:30:00+01:00\","
                + "\"mark\":\"NORMAL\"}");
  }

  @Test
  void aTimeThatDoesNotExistRunsWhenClocksHaveBeenPutForward() {
    ScheduledTime moved = first(forward, "'cron':'30 2 * * *','count':1");

    assertThat(moved.mark()).isEqualTo(TimeMark.MOVED);
    assertThat(moved.at()).isEqualTo(forward.getInstant());
    assertThat(moved.local().toLocalDateTime()).isEqualTo(forward.getDateTimeAfter());
    assertThat(moved.planned()).isEqualTo(forward.getDateTimeBefore().plusMinutes(30));
  }

  @Test
  void aTimeThatDoesNotExistIsToldWhenItIsSkipped() {
    ScheduledTime skipped = first(forward, "'cron':'30 2 * * *','missingTime':'SKIP'");

    LocalDateTime planned = forward.getDateTimeBefore().plusMinutes(30);
    assertThat(skipped).isEqualTo(new ScheduledTime(null, null, planned, TimeMark.SKIPPED));
  }

  @Test
  void fiveMinutesGoOnOverAGapWithoutARunMore() {
    List<Instant> runs =
        around(forward, "'cron':'*/5 * * * *','count':3").stream().map(ScheduledTime::at).toList();

    Instant gap = forward.getInstant();
    assertThat(runs).containsExactly(gap.minusSeconds(300), gap, gap.plusSeconds(300));
  }

  @Test
  void aDoubledTimeRunsOnceWithoutBeingAskedForMore() {
    assertThat(around(back, "'cron':'30 2 * * *','count':2"))
        .extracting(ScheduledTime::mark)
        .containsExactly(TimeMark.FIRST, TimeMark.NORMAL);
  }

  @Test
  void aDoubledHourRunsTwiceOneAfterTheOther() {
    String rule = "'cron':'*/30 2 * * *','doubledTime':'TWICE','count':5";

    List<ScheduledTime> times = around(back, rule);
    assertThat(times)
        .extracting(ScheduledTime::mark)
        .containsExactly(
            TimeMark.FIRST, TimeMark.FIRST, TimeMark.SECOND, TimeMark.SECOND, TimeMark.NORMAL);
    assertThat(times.get(2).at()).isEqualTo(back.getInstant());
  }

  @Test
  void fiveMinutesRestForTheSecondOfADoubledHour() {
    List<ScheduledTime> times = around(back, "'cron':'*/5 * * * *','count':13");

    Instant end = back.getDateTimeBefore().toInstant(back.getOffsetAfter());
    assertThat(times.get(11).at()).isEqualTo(back.getInstant().minusSeconds(300));
    assertThat(times.get(12).at()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void bothChangesOf2027AreMarked(String name) {
    ZoneRules rules = ZoneId.of(name).getRules();
    var change = rules.nextTransition(Instant.parse("2027-01-01T00:00:00Z"));
    for (int i = 0; i < 2; i++) {
      ScheduledTime marked = preview(ofDayOf(change, name)).get(0);
      assertThat(marked.mark()).isEqualTo(change.isGap() ? TimeMark.MOVED : TimeMark.FIRST);
      assertThat(marked.local().getOffset())
          .isEqualTo(change.isGap() ? change.getOffsetAfter() : change.getOffsetBefore());
      change = rules.nextTransition(change.getInstant());
    }
  }

  @Test
  void aFixedRateKnowsNoClocks() {
    String rule =
        "{'kind':'FIXED_RATE','every':'PT24H','start':'%s','after':'%s','count':3}"
            .formatted(NOW, forward.getInstant().minusSeconds(24 * 3600));

    List<ScheduledTime> times = preview(rule);
    assertThat(times).extracting(time -> time.local().getHour()).containsExactly(1, 2, 2);
    assertThat(times).extracting(ScheduledTime::mark).containsOnly(TimeMark.NORMAL);
  }

  @Test
  void onceIsOnce() {
    assertThat(preview("{'kind':'ONCE','at':'2026-05-01T10:00:00Z'}"))
        .extracting(ScheduledTime::at)
        .containsExactly(Instant.parse("2026-05-01T10:00:00Z"));
    assertThat(preview("{'kind':'ONCE','at':'2025-05-01T10:00:00Z'}")).isEmpty();
  }

  @Test
  void theEndAndTheMostRunsEndIt() {
    String rule = "{'kind':'QUARTZ_CRON','cron':'0 0 12 * * ?','start':'2026-02-01T00:00:00Z',";

    assertThat(preview(rule + "'end':'2026-02-03T11:00:00Z'}")).hasSize(3);
    assertThat(preview(rule + "'maxRuns':2}"))
        .extracting(time -> time.local().getDayOfMonth())
        .containsExactly(1, 2);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String rule =
        "{'kind':'UNIX_CRON','cron':'61 * * * *','zone':'Mars/Base','every':'PT1M','count':101,"
            + "'start':'2026-02-01T00:00:00Z','end':'2026-01-01T00:00:00Z','maxRuns':0}";

    assertThat(wrong(rule)).containsExactly("cron", "every", "zone", "end", "maxRuns", "count");
  }

  @Test
  void aRuleNeedsItsOwnFields() {
    assertThat(wrong("{}")).containsExactly("kind");
    assertThat(wrong("{'kind':'UNIX_CRON'}")).containsExactly("cron");
    assertThat(wrong("{'kind':'ONCE'}")).containsExactly("at");
    assertThat(wrong("{'kind':'FIXED_RATE'}")).containsExactly("start", "every");
    assertThat(wrong("{'kind':'FIXED_RATE','every':'PT0S','start':'2026-01-01T00:00:00Z'}"))
        .containsExactly("every");
    assertThat(wrong("{'kind':'ONCE','at':'+99999-01-01T00:00:00Z'}")).containsExactly("at");
  }

  private ScheduledTime first(ZoneOffsetTransition change, String members) {
    return around(change, members).get(0);
  }

  /** From just before the last five minutes, or the doubled hour, before clocks are changed. */
  private List<ScheduledTime> around(ZoneOffsetTransition change, String members) {
    Instant after = change.getInstant().minusSeconds(change.isGap() ? 301 : 3601);
    return preview("{'kind':'UNIX_CRON','after':'" + after + "'," + members + "}");
  }

  /** Fifteen minutes into what clocks leave out, or go through twice. */
  private static String ofDayOf(ZoneOffsetTransition change, String zone) {
    LocalDateTime begin = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    LocalDateTime time = begin.plusMinutes(15);
    return "{'kind':'UNIX_CRON','cron':'%d %d * * *','zone':'%s','after':'%s'}"
        .formatted(
            time.getMinute(), time.getHour(), zone, change.getInstant().minusSeconds(12 * 3600));
  }

  private List<ScheduledTime> preview(String rule) {
    return schedules.preview(asked(rule));
  }

  private Stream<String> wrong(String rule) {
    try {
      preview(rule);
      return Stream.empty();
    } catch (InvalidProblem e) {
      return ((List<?>) e.members().get("errors"))
          .stream().map(error -> ((InvalidProblem.FieldError) error).field());
    }
  }

  private static PreviewSchedule asked(String rule) {
    String zoned =
        rule.contains("zone") ? rule : rule.replaceFirst("}$", ",'zone':'Europe/Berlin'}");
    String json = zoned.replace("{,", "{").replace('\'', '"');
    return JsonText.read(json, PreviewSchedule.class);
  }
}
