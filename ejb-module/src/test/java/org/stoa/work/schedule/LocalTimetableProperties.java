package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stoa.work.DoubledTime;
import org.stoa.work.MissingTime;
import org.stoa.work.TimeMark;
import org.stoa.work.domain.LocalTimetable;
import org.stoa.work.domain.Occurrence;
import org.stoa.work.domain.Schedule;
import org.stoa.work.domain.WallClock;

/**
 * Whatever the rule, the zone and the policies, the days around clocks being changed obey these.
 */
class LocalTimetableProperties {

  private static final Duration WINDOW = Duration.ofDays(3);

  /** A day and a half before clocks are put forward or back in a zone. */
  record Eve(ZoneId zone, Instant begin) {

    Instant end() {
      return begin.plus(WINDOW);
    }

    LocalDateTime local(Instant at) {
      return LocalDateTime.ofInstant(at, zone);
    }
  }

  @Property(tries = 60)
  void runsStrictlyAscendWithinTheirLimits(
      @ForAll("eves") Eve eve,
      @ForAll("rules") PlainCron rule,
      @ForAll MissingTime missing,
      @ForAll DoubledTime doubled,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    Instant start = eve.begin().plus(Duration.ofHours(20));
    LocalTimetable table = timetable(eve, rule, missing, doubled);
    var schedule = new Schedule(table, start, eve.end(), most);

    List<Instant> runs = runs(schedule.after(eve.begin()));

    assertThat(runs).hasSizeLessThanOrEqualTo(most).isSorted().doesNotHaveDuplicates();
    assertThat(runs).allMatch(at -> !at.isBefore(start) && !at.isAfter(eve.end()));
  }

  @Property(tries = 60)
  void theRunsAreThoseWhoseLocalTimeFits(
      @ForAll("eves") Eve eve, @ForAll("rules") PlainCron rule, @ForAll DoubledTime doubled) {
    Stream<Occurrence> found = within(eve, timetable(eve, rule, MissingTime.SKIP, doubled));

    List<Instant> wanted =
        minutes(eve)
            .filter(at -> rule.fits(eve.local(at)))
            .filter(at -> doubled == DoubledTime.TWICE || isFirst(eve, at))
            .toList();
    assertThat(runs(found)).isEqualTo(wanted);
  }

  @Property(tries = 60)
  void runningAfterGapsAddsAtMostTheirEnds(
      @ForAll("eves") Eve eve, @ForAll("rules") PlainCron rule, @ForAll DoubledTime doubled) {
    List<Occurrence> skipping =
        within(eve, timetable(eve, rule, MissingTime.SKIP, doubled)).toList();
    List<Occurrence> moving =
        within(eve, timetable(eve, rule, MissingTime.RUN_AFTER, doubled)).toList();

    assertThat(moving.stream().filter(it -> it.mark() != TimeMark.MOVED))
        .containsExactlyElementsOf(skipping.stream().filter(Occurrence::runs).toList());
    List<Instant> gapsWithTimes =
        skipping.stream().filter(it -> !it.runs()).map(Occurrence::at).distinct().toList();
    assertThat(runs(moving.stream())).containsAll(gapsWithTimes).doesNotHaveDuplicates();
    assertThat(moving.stream().filter(it -> it.mark() == TimeMark.MOVED).map(Occurrence::at))
        .isSubsetOf(gapsWithTimes);
  }

  @Property(tries = 60)
  void goingOnFromAnyRunTellsTheSameAsGoingOn(
      @ForAll("eves") Eve eve,
      @ForAll("rules") PlainCron rule,
      @ForAll MissingTime missing,
      @ForAll DoubledTime doubled,
      @ForAll @IntRange(min = 0, max = 4319) int minute) {
    LocalTimetable table = timetable(eve, rule, missing, doubled);
    Instant from = eve.begin().plus(Duration.ofMinutes(minute));

    assertThat(table.after(from).takeWhile(it -> !it.at().isAfter(eve.end())))
        .containsExactlyElementsOf(within(eve, table).filter(it -> it.at().isAfter(from)).toList());
  }

  private static LocalTimetable timetable(
      Eve eve, PlainCron rule, MissingTime missing, DoubledTime doubled) {
    return new LocalTimetable(
        new CronTimes(CronDialect.UNIX, rule.text()), new WallClock(eve.zone(), missing, doubled));
  }

  private static Stream<Occurrence> within(Eve eve, LocalTimetable table) {
    return table.after(eve.begin()).takeWhile(it -> !it.at().isAfter(eve.end()));
  }

  private static List<Instant> runs(Stream<Occurrence> occurrences) {
    return occurrences.filter(Occurrence::runs).map(Occurrence::at).toList();
  }

  private static Stream<Instant> minutes(Eve eve) {
    return Stream.iterate(
        eve.begin().plusSeconds(60), at -> !at.isAfter(eve.end()), at -> at.plusSeconds(60));
  }

  private static boolean isFirst(Eve eve, Instant at) {
    var rules = eve.zone().getRules();
    return rules.getValidOffsets(eve.local(at)).get(0).equals(rules.getOffset(at));
  }

  @Provide
  Arbitrary<Eve> eves() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "Pacific/Apia")
        .flatMap(zone -> Arbitraries.of(changes(ZoneId.of(zone))));
  }

  /** From java.time: the skipped day of Apia, and what clocks do in 2026 and 2027. */
  private static List<Eve> changes(ZoneId zone) {
    Stream<Instant> recent = changes(zone, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
    Stream<Instant> old = changes(zone, "2011-12-01T00:00:00Z", "2012-01-31T00:00:00Z");
    List<Eve> eves =
        Stream.concat(recent, old)
            .map(change -> new Eve(zone, change.minus(WINDOW.dividedBy(2))))
            .toList();
    Eve quiet = new Eve(zone, Instant.parse("2026-03-28T00:00:00Z"));
    return eves.isEmpty() ? List.of(quiet) : eves;
  }

  private static Stream<Instant> changes(ZoneId zone, String from, String to) {
    Instant end = Instant.parse(to);
    return Stream.iterate(
            zone.getRules().nextTransition(Instant.parse(from)),
            change -> change != null && change.getInstant().isBefore(end),
            change -> zone.getRules().nextTransition(change.getInstant()))
        .map(change -> change.getInstant());
  }

  @Provide
  Arbitrary<PlainCron> rules() {
    return Combinators.combine(PlainField.any(0, 59), PlainField.any(0, 23))
        .as(
            (minute, hour) ->
                new PlainCron(
                    minute, hour, PlainField.open(), PlainField.open(), PlainField.open()));
  }
}
