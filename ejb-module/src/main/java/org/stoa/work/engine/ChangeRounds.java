package org.stoa.work.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Gathers changes and tells them in rounds, one at a time. The first change after a rest is told at
 * once. After a round comes a pause, the longer the more was told, and what changes meanwhile makes
 * one round: a job that begins and ends within a pause is told once.
 */
final class ChangeRounds {

  static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = System.getLogger(ChangeRounds.class.getName());
  private static final Duration PAUSE_PER_CHANGE = Duration.ofMillis(5);

  private final Consumer<Set<Long>> teller;
  private final BiConsumer<Runnable, Duration> later;
  private final Clock clock;

  private Set<Long> changed = new HashSet<>();
  private boolean called;
  private Instant notBefore = Instant.MIN;

  /**
   * With those who help.
   *
   * @param teller tells the changes of a round
   * @param later runs something after a time
   */
  ChangeRounds(Consumer<Set<Long>> teller, BiConsumer<Runnable, Duration> later, Clock clock) {
    this.teller = teller;
    this.later = later;
    this.clock = clock;
  }

  /** Jobs look different. */
  void add(Collection<Long> ids) {
    Duration wait;
    synchronized (this) {
      changed.addAll(ids);
      if (called || changed.isEmpty()) {
        return;
      }
      called = true;
      wait = untilNext();
    }
    call(wait);
  }

  private Duration untilNext() {
    Instant now = clock.instant();
    return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
  }

  private void call(Duration wait) {
    try {
      later.accept(this::round, wait);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        called = false;
      }
      LOG.log(Level.WARNING, "No thread to tell changes; the next change calls again");
    }
  }

  private void round() {
    Set<Long> told;
    synchronized (this) {
      told = changed;
      changed = new HashSet<>();
    }
    try {
      teller.accept(told);
    } finally {
      next(pauseAfter(told.size()));
    }
  }

  private void next(Duration pause) {
    synchronized (this) {
      notBefore = clock.instant().plus(pause);
      called = !changed.isEmpty();
      if (!called) {
        return;
      }
    }
    call(pause);
  }

  static Duration pauseAfter(int changes) {
    Duration pause = PAUSE_PER_CHANGE.multipliedBy(changes);
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
