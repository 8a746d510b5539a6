package org.stoa.work.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.stoa.work.DoubledTime;
import org.stoa.work.MissingTime;
import org.stoa.work.TimeMark;

/**
 * Goes through local times and brings each to its instants. Those within one doubled span are taken
 * together: all of its first passage comes before any of its second.
 */
final class ResolvedTimes implements Iterator<Occurrence> {

  private final LocalTimes times;
  private final WallClock clock;
  private final Queue<Occurrence> ready = new ArrayDeque<>();
  private Optional<LocalDateTime> next;

  /** Begins early enough to miss nothing after the instant; what it finds before is no harm. */
  ResolvedTimes(LocalTimes times, WallClock clock, Instant after) {
    this.times = times;
    this.clock = clock;
    this.next = times.from(beginning(LocalDateTime.ofInstant(after, clock.zone())));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next.isPresent()) {
      resolve(next.get());
    }
    return !ready.isEmpty();
  }

  @Override
  public Occurrence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** The second passage of a doubled span has the local times of the first again. */
  private LocalDateTime beginning(LocalDateTime time) {
    ZoneOffsetTransition transition = clock.rules().getTransition(time);
    boolean doubled = transition != null && transition.isOverlap();
    return doubled ? transition.getDateTimeAfter() : time.truncatedTo(ChronoUnit.SECONDS);
  }

  private void resolve(LocalDateTime time) {
    ZoneOffsetTransition transition = clock.rules().getTransition(time);
    if (transition == null) {
      ready.add(Occurrence.of(time, clock.rules().getOffset(time), TimeMark.NORMAL));
      next = following(time);
    } else if (transition.isOverlap()) {
      twice(time, transition);
    } else if (clock.missing() == MissingTime.SKIP) {
      ready.add(Occurrence.missing(time, transition, TimeMark.SKIPPED));
      next = following(time);
    } else {
      afterGap(time, transition);
    }
  }

  /** All times of a gap make one run; a run that the rule itself has at its end is that one. */
  private void afterGap(LocalDateTime time, ZoneOffsetTransition gap) {
    LocalDateTime end = gap.getDateTimeAfter();
    next = times.from(end);
    if (next.filter(end::equals).isEmpty()) {
      ready.add(Occurrence.missing(time, gap, TimeMark.MOVED));
    }
  }

  private void twice(LocalDateTime first, ZoneOffsetTransition overlap) {
    List<LocalDateTime> doubled = until(overlap.getDateTimeBefore(), first);
    doubled.forEach(
        time -> ready.add(Occurrence.of(time, overlap.getOffsetBefore(), TimeMark.FIRST)));
    if (clock.doubled() == DoubledTime.TWICE) {
      doubled.forEach(
          time -> ready.add(Occurrence.of(time, overlap.getOffsetAfter(), TimeMark.SECOND)));
    }
  }

  private List<LocalDateTime> until(LocalDateTime end, LocalDateTime first) {
    List<LocalDateTime> found = new ArrayList<>();
    next = Optional.of(first);
    while (next.filter(end::isAfter).isPresent()) {
      found.add(next.get());
      next = following(next.get());
    }
    return found;
  }

  private Optional<LocalDateTime> following(LocalDateTime time) {
    return times.from(time.plusSeconds(1));
  }
}
