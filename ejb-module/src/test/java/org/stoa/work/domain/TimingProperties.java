package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.stoa.work.MissedRuns;
import org.stoa.work.domain.StoredSchedule.Progress;

/**
 * A schedule over any sequence of ticks: regular ones, long silence, pauses, clocks that go back.
 */
class TimingProperties {

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  @Property(tries = 500)
  void whateverHappensNoTimeIsDealtWithTwiceAndAllInOrder(
      @ForAll @IntRange(min = 1, max = 90) int every,
      @ForAll @IntRange(max = 120) int jitter,
      @ForAll MissedRuns missed,
      @ForAll @Size(max = 60) List<@IntRange(min = -200, max = 400) Integer> steps) {
    Story story = new Story(timing(every, jitter, missed, 1000));
    for (int step : steps) {
      story.goOn(step);
      if (step % 7 == 0) {
        story.pauseAndResume(step % 5 * 60);
      } else {
        story.fire();
      }
    }
    assertThat(story.times()).isSorted().doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void withRunAllEachTimeRunsOnceHoweverLongNobodyWasThere(
      @ForAll @IntRange(min = 1, max = 90) int every,
      @ForAll @IntRange(max = 120) int jitter,
      @ForAll @Size(max = 30) List<@IntRange(max = 400) Integer> steps) {
    Timing timing = timing(every, jitter, MissedRuns.RUN_ALL, 12_000);
    Story story = new Story(timing);
    steps.forEach(
        step -> {
          story.goOn(step);
          story.fire();
        });
    List<Instant> expected =
        timing
            .times()
            .after(BEGIN)
            .map(Occurrence::at)
            .takeWhile(time -> !timing.fireAt(time).isAfter(story.now))
            .toList();
    assertThat(story.runs()).isEqualTo(expected);
  }

  @Property(tries = 200)
  void ofWhatWasMissedTheNewestRunAndAllOthersAreRecorded(
      @ForAll @IntRange(min = 1, max = 1000) int limit,
      @ForAll @IntRange(min = 60, max = 4000) int silent) {
    Story story = new Story(timing(1, 0, MissedRuns.RUN_ALL, limit));
    story.goOn(silent);
    story.fire();

    int late = silent - (int) Timing.TOLERANCE.toSeconds() - 1;
    int madeUp = Math.min(limit, late);
    assertThat(story.times()).hasSize(silent);
    assertThat(story.runs()).hasSize(silent - late + madeUp);
    assertThat(story.runs()).isEqualTo(story.times().subList(late - madeUp, silent));
  }

  @Property(tries = 200)
  void runsEndWithTheirLimit(
      @ForAll @IntRange(min = 1, max = 20) int most,
      @ForAll MissedRuns missed,
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> steps) {
    Story story = new Story(timing(10, 0, missed, 5));
    story.most = most;
    steps.forEach(
        step -> {
          story.goOn(step);
          story.fire();
        });
    assertThat(story.runs()).hasSizeLessThanOrEqualTo(most);
    assertThat(story.progress.next() == null).isEqualTo(story.runs().size() == most);
  }

  @Property(tries = 200)
  void jitterIsTheSameForTheSameTimeAndWithinItsBounds(
      @ForAll long id, @ForAll @IntRange(min = 60, max = 3600) int seconds) {
    UUID schedule = new UUID(id, 1);
    Timing here = new Timing(schedule, null, Duration.ofSeconds(seconds), MissedRuns.SKIP, 0);
    Timing there = new Timing(schedule, null, Duration.ofSeconds(seconds), MissedRuns.SKIP, 0);
    assertThat(here.fireAt(BEGIN)).isEqualTo(there.fireAt(BEGIN));
    assertThat(here.fireAt(BEGIN)).isBetween(BEGIN, BEGIN.plusSeconds(seconds));
    long differing =
        Stream.iterate(BEGIN, time -> time.plusSeconds(60))
            .limit(50)
            .map(time -> Duration.between(time, here.fireAt(time)))
            .distinct()
            .count();
    assertThat(differing).as("spread over the time of the jitter").isGreaterThan(20);
  }

  private static Timing timing(int every, int jitter, MissedRuns missed, int limit) {
    FixedRate rate = new FixedRate(BEGIN, Duration.ofSeconds(every), ZoneOffset.UTC);
    Schedule times = new Schedule(rate, BEGIN, Schedule.LAST, Integer.MAX_VALUE);
    return new Timing(new UUID(7, 7), times, Duration.ofSeconds(jitter), missed, limit);
  }

  /** A schedule on its way, dealt with as the store does it. */
  private static final class Story {

    private final Timing timing;
    private final List<Plan.Turn> turns = new ArrayList<>();
    private Progress progress;
    private Instant now = BEGIN;
    private int most = Integer.MAX_VALUE;

    Story(Timing timing) {
      this.timing = timing;
      progress = Progress.NONE.goingOnAt(timing.after(BEGIN));
    }

    void goOn(int seconds) {
      now = now.plusSeconds(seconds);
    }

    void fire() {
      while (progress.next() != null && !timing.fireAt(progress.next()).isAfter(now)) {
        Plan plan = timing.plan(progress.next(), most - progress.runs(), now);
        turns.addAll(plan.turns());
        progress =
            new Progress(
                plan.next().orElse(null),
                plan.last().orElse(progress.last()),
                progress.runs() + plan.runs());
      }
    }

    void pauseAndResume(int seconds) {
      now = now.plusSeconds(seconds);
      progress = progress.goingOnAt(timing.after(progress.from(now)));
    }

    List<Instant> times() {
      return turns.stream().map(Plan.Turn::time).toList();
    }

    List<Instant> runs() {
      return turns.stream().filter(Plan.Turn::runs).map(Plan.Turn::time).toList();
    }
  }
}
