package org.stoa.work;

import java.util.Optional;

/**
 * Which jobs are wanted.
 *
 * @param state only those in this state
 * @param kind only those of this kind
 */
public record JobQuery(Optional<JobState> state, Optional<String> kind) {

  /** All of them. */
  public static JobQuery all() {
    return new JobQuery(Optional.empty(), Optional.empty());
  }

  /** Those in a state. */
  public static JobQuery in(JobState state) {
    return new JobQuery(Optional.of(state), Optional.empty());
  }
}
