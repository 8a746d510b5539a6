package org.stoa.work;

import org.stoa.shared.Problem;

/** All of the batch has ended already, so there is nothing to cancel. */
public class BatchFinishedProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Names the batch and how it ended. */
  public BatchFinishedProblem(BatchView batch) {
    super(
        "batch-finished",
        409,
        "The batch has ended",
        "All jobs of batch " + batch.name() + " have ended: " + batch.state() + ".");
    member("state", batch.state().name());
  }
}
