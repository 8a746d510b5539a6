package org.stoa.work;

import java.util.Optional;

/**
 * Which batches are wanted: those that fit all that is told.
 *
 * @param state only those in this state
 * @param name only those whose name has this text, in capitals or not
 */
public record BatchQuery(Optional<BatchState> state, Optional<String> name) {

  /** All of them. */
  public static BatchQuery all() {
    return new BatchQuery(Optional.empty(), Optional.empty());
  }
}
