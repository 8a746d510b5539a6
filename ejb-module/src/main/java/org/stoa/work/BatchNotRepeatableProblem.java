package org.stoa.work;

import org.stoa.shared.Problem;

/** Nothing of the batch can be done again, or not yet. */
public class BatchNotRepeatableProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private BatchNotRepeatableProblem(BatchView batch, String detail) {
    super(
        "batch-not-repeatable",
        409,
        "The batch cannot be done again",
        "Batch " + batch.name() + ": " + detail);
    member("state", batch.state().name());
  }

  /** Its jobs have not all ended, or have all succeeded. */
  static BatchNotRepeatableProblem of(BatchView batch) {
    return new BatchNotRepeatableProblem(
        batch,
        batch.state() == BatchState.RUNNING
            ? "not all of its jobs have ended. Cancel them, or wait for their end."
            : "all of its jobs have succeeded.");
  }

  /** What continues it is under way, or not known any more. */
  static BatchNotRepeatableProblem continued(BatchView batch) {
    return new BatchNotRepeatableProblem(
        batch,
        "job "
            + batch.continuation().id()
            + ", which continues it, has not ended or is not known any more.");
  }

  /** The history of its jobs has been dropped. */
  static BatchNotRepeatableProblem forgotten(BatchView batch) {
    return new BatchNotRepeatableProblem(
        batch, "nothing is known any more of the jobs that did not succeed.");
  }
}
