package org.stoa.work;

import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.InvalidProblem;

/**
 * Which jobs are wanted: those that fit all that is told.
 *
 * @param state only those in this state
 * @param kind only those of this kind
 * @param key only those with this key
 * @param error only those that failed for good with an error whose title or detail has this text,
 *     in capitals or not
 * @param organisation those of this organisation instead of the own one; only who may see the whole
 *     installation can ask for another
 * @param batch only those of this batch, without those that were done again in it
 */
public record JobQuery(
    Optional<JobState> state,
    Optional<String> kind,
    Optional<String> key,
    Optional<String> error,
    Optional<UUID> organisation,
    Optional<UUID> batch) {

  private static final int SHORTEST_TEXT = 3;

  public JobQuery {
    if (error.filter(text -> text.strip().length() < SHORTEST_TEXT).isPresent()) {
      throw new InvalidProblem("error", "must have at least " + SHORTEST_TEXT + " characters");
    }
  }

  /** All of them. */
  public static JobQuery all() {
    return of(Optional.empty(), Optional.empty());
  }

  /** Those in a state. */
  public static JobQuery in(JobState state) {
    return of(Optional.of(state), Optional.empty());
  }

  /** Those in a state and of a kind, as far as they are given. */
  public static JobQuery of(Optional<JobState> state, Optional<String> kind) {
    return new JobQuery(
        state, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Those of a batch. */
  public static JobQuery of(UUID batch) {
    return new JobQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(batch));
  }
}
