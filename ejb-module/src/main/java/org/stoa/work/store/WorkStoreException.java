package org.stoa.work.store;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or could not be reached. */
public class WorkStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String UNIQUE_VIOLATION = "23505";

  private static final Set<String> AWAY = Set.of("08", "53", "57");

  private final boolean taken;
  private final boolean outage;

  /** With what the driver says. */
  public WorkStoreException(SQLException cause) {
    super(cause.getMessage(), cause);
    String state = cause.getSQLState();
    taken = UNIQUE_VIOLATION.equals(state);
    outage = state == null || AWAY.stream().anyMatch(state::startsWith);
  }

  /** Whether the database could not be reached, or refused for want of resources. */
  public boolean isOutage() {
    return outage;
  }

  /** Whether another one has what is to be unique. */
  public boolean isTaken() {
    return taken;
  }
}
