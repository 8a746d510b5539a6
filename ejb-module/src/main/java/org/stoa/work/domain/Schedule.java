package org.stoa.work.domain;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When something runs: a rule and its limits.
 *
 * @param timetable the times of the rule
 * @param start nothing runs before
 * @param end nothing runs after
 * @param maxRuns how often it runs at most
 */
public record Schedule(Timetable timetable, Instant start, Instant end, int maxRuns) {

  /** Before all schedules. */
  public static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  /** After all schedules; what never ends ends here. */
  public static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  public Schedule {
    if (start.isBefore(FIRST) || end.isAfter(LAST) || end.isBefore(start) || maxRuns < 1) {
      throw new IllegalArgumentException("A schedule runs, between " + FIRST + " and " + LAST);
    }
  }

  /** The times after an instant, in order; the runs are counted from there. */
  public Stream<Occurrence> after(Instant instant) {
    Instant from = instant.isBefore(start) ? start.minusNanos(1) : instant;
    return timetable
        .after(from)
        .takeWhile(occurrence -> !occurrence.at().isAfter(end))
        .takeWhile(new RunsLeft(maxRuns));
  }

  /** Holds until all runs have been taken. */
  private static final class RunsLeft implements Predicate<Occurrence> {

    private int left;

    RunsLeft(int most) {
      left = most;
    }

    @Override
    public boolean test(Occurrence occurrence) {
      boolean wanted = left > 0;
      if (occurrence.runs()) {
        left--;
      }
      return wanted;
    }
  }
}
