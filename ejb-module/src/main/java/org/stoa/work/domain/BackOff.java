package org.stoa.work.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long after each failure, up to a longest wait,
 * spread by up to half so that jobs that failed together do not come back together.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
public record BackOff(Duration first, Duration longest) {

  private static final int MAX_DOUBLINGS = 30;

  public BackOff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("The first wait is at least 0 and at most the longest.");
    }
  }

  /**
   * The wait after a failure.
   *
   * @param failures how many there were, from 1
   * @return between half of the doubled wait and all of it
   */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
    double full = Math.min(first.toMillis() * Math.pow(2, doublings), (double) longest.toMillis());
    return Duration.ofMillis(Math.round(full / 2 + random.nextDouble() * full / 2));
  }
}
