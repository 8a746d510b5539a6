package org.stoa.work.engine;

import jakarta.ejb.ApplicationException;

/** This node does not hold the job any more, so it may not say how it ends. */
@ApplicationException(rollback = true)
public class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLost(long id) {
    super("The lease of job " + id + " was lost.");
  }
}
