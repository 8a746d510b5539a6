package org.stoa.work.domain;

import java.time.Instant;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Local times in a zone.
 *
 * @param times the local times
 * @param clock the zone, and what becomes of times that it does not have or has twice
 */
public record LocalTimetable(LocalTimes times, WallClock clock) implements Timetable {

  @Override
  public Stream<Occurrence> after(Instant instant) {
    var resolved = new ResolvedTimes(times, clock, instant);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(resolved, traits), false)
        .filter(occurrence -> occurrence.at().isAfter(instant));
  }
}
