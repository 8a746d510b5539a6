package org.stoa.work.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule has to do now.
 *
 * @param turns the times to be dealt with, in order
 * @param next the first time that is not dealt with now; empty when the schedule is done
 */
public record Plan(List<Turn> turns, Optional<Instant> next) {

  /**
   * One time to be dealt with.
   *
   * @param time the time
   * @param runs whether it runs; otherwise it was missed and is left out
   * @param late whether it comes after its time
   */
  public record Turn(Instant time, boolean runs, boolean late) {}

  /** The last time that is dealt with now. */
  public Optional<Instant> last() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1).time());
  }

  /** How many run. */
  public int runs() {
    return (int) turns.stream().filter(Turn::runs).count();
  }
}
