package org.stoa.work;

import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;

/**
 * Knows on whose behalf other systems send messages. The room that issues tokens has the answer.
 */
public interface MachineAccounts {

  /**
   * Who sent a message with this token, and may do what now.
   *
   * @throws org.stoa.shared.UnauthenticatedProblem when the token is not ours, expired, or its
   *     session has ended
   */
  Actor sender(String token);

  /**
   * The organisation of a token that we issued, though it may have expired or ended since: its
   * people are told of the refused message. Empty when the token is not ours.
   */
  Optional<UUID> organisation(String token);
}
