package org.stoa.work;

import java.util.UUID;
import org.stoa.shared.Problem;

/** The message was not refused, or somebody decided about it already. */
public class MessageHandledProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Names the message and what became of it. */
  public MessageHandledProblem(UUID id, InboundState state) {
    super(
        "message-handled",
        409,
        "There is nothing to decide about the message",
        "Message " + id + " is " + state + "; only a REFUSED one is put back or discarded.");
    member("state", state.name());
  }
}
