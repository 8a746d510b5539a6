package org.stoa.work.store;

import java.sql.SQLException;

/** The database refused or could not be reached. */
public class WorkStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorkStoreException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
