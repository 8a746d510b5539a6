package org.stoa.work.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * Instants that are the same time apart, whatever clocks do.
 *
 * @param first the first
 * @param every the time from one to the next
 * @param zone where they are told
 */
public record FixedRate(Instant first, Duration every, ZoneId zone) implements Timetable {

  public FixedRate {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("The time from one run to the next is above 0.");
    }
  }

  @Override
  public Stream<Occurrence> after(Instant instant) {
    return Stream.iterate(firstAfter(instant), at -> at.plus(every))
        .map(at -> Occurrence.of(at, zone));
  }

  private Instant firstAfter(Instant instant) {
    if (first.isAfter(instant)) {
      return first;
    }
    long gone = Duration.between(first, instant).dividedBy(every);
    return first.plus(every.multipliedBy(gone + 1));
  }
}
