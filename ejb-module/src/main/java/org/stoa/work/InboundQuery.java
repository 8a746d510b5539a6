package org.stoa.work;

import java.util.Optional;

/**
 * Which messages are wanted.
 *
 * @param state only those in this state
 */
public record InboundQuery(Optional<InboundState> state) {

  /** All of them. */
  public static InboundQuery all() {
    return new InboundQuery(Optional.empty());
  }

  /** Those in a state. */
  public static InboundQuery in(InboundState state) {
    return new InboundQuery(Optional.of(state));
  }
}
