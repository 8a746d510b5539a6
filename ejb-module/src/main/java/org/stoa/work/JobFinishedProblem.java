package org.stoa.work;

import org.stoa.shared.Problem;

/** The job has ended already, so there is nothing to cancel. */
public class JobFinishedProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Names the job and how it ended. */
  public JobFinishedProblem(long id, JobState state) {
    super("job-finished", 409, "The job has ended", "Job " + id + " has ended: " + state + ".");
    member("state", state.name());
  }
}
