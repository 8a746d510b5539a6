package org.stoa.work.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps something that costs time from costing more than a small part of it: the longer one turn
 * took, the later the next one.
 */
final class Pace {

  private static final int REST = 20;

  private final Duration least;
  private final Clock clock;

  private Instant next = Instant.MIN;

  /**
   * A pace.
   *
   * @param least between the beginnings of two turns, however quick they are
   */
  Pace(Duration least, Clock clock) {
    this.least = least;
    this.clock = clock;
  }

  /** Does it, unless it is too early. A turn that fails counts as one. */
  synchronized void turn(Runnable action) {
    Instant begin = clock.instant();
    if (begin.isBefore(next)) {
      return;
    }
    try {
      action.run();
    } finally {
      Duration rest = Duration.between(begin, clock.instant()).multipliedBy(REST);
      next = begin.plus(rest.compareTo(least) > 0 ? rest : least);
    }
  }
}
