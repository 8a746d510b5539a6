package org.stoa.work.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps something that costs time from costing more than a hundredth of it: the longer one turn
 * took, the later the next one. What looks for unfinished jobs takes long beside a transaction that
 * somebody holds open, for it passes all that have ended since.
 */
final class Pace {

  private static final int REST = 100;

  private final Duration least;
  private final Duration most;
  private final Clock clock;

  private Instant next = Instant.MIN;

  /**
   * A pace.
   *
   * @param least between the beginnings of two turns, however quick they are
   * @param most between them, however slow they are
   */
  Pace(Duration least, Duration most, Clock clock) {
    this.least = least;
    this.most = most;
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
      next = begin.plus(rest(Duration.between(begin, clock.instant())));
    }
  }

  private Duration rest(Duration took) {
    Duration rest = took.multipliedBy(REST);
    if (rest.compareTo(least) < 0) {
      return least;
    }
    return rest.compareTo(most) > 0 ? most : rest;
  }
}
