package org.stoa.work.domain;

import java.time.Instant;

/**
 * What was measured of some jobs.
 *
 * @param at from when on
 * @param key of which jobs
 * @param depth how many waited and ran
 * @param ended what ended
 */
public record Sample(Instant at, SampleKey key, Depth depth, Ended ended) {

  /**
   * How many jobs there were at an instant, or on average.
   *
   * @param waiting due and waiting
   * @param delayed waiting for their time
   * @param running running
   */
  public record Depth(double waiting, double delayed, double running) {

    /** None. */
    public static final Depth NONE = new Depth(0, 0, 0);

    /** Both together. */
    public Depth plus(Depth other) {
      return new Depth(waiting + other.waiting, delayed + other.delayed, running + other.running);
    }

    /** The mean, when this is the sum of so many; none of none. */
    public Depth over(int instants) {
      return instants == 0
          ? NONE
          : new Depth(waiting / instants, delayed / instants, running / instants);
    }
  }
}
