package org.stoa.work.schedule;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** A time of a schedule could not be dealt with; nothing of the transaction is kept. */
@ApplicationException(rollback = true)
public class FiringFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID schedule;

  FiringFailed(UUID schedule, RuntimeException cause) {
    super("Schedule " + schedule + ": " + cause.getMessage(), cause);
    this.schedule = schedule;
  }

  /** The schedule. */
  UUID schedule() {
    return schedule;
  }
}
