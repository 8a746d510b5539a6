package org.stoa.work;

import jakarta.ejb.ApplicationException;

/** The work on a job ends here because it is not wanted any more, or not from this node. */
@ApplicationException(rollback = true)
public class JobCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the job. */
  public JobCancelled(long id) {
    super("Job " + id + " was cancelled.");
  }
}
