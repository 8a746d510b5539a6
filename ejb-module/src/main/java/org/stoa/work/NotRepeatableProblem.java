package org.stoa.work;

import org.stoa.shared.Problem;

/** The job cannot be done again. */
public class NotRepeatableProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private NotRepeatableProblem(long id, JobState state, String detail) {
    super("job-not-repeatable", 409, "The job cannot be done again", "Job " + id + " " + detail);
    member("state", state.name());
  }

  /** It did not fail, and was not cancelled. */
  static NotRepeatableProblem of(long id, JobState state) {
    return new NotRepeatableProblem(
        id, state, "is " + state + ": only one that failed or was cancelled is done again.");
  }

  /** Its kind does not let the payload be changed. */
  static NotRepeatableProblem asItWas(JobView job) {
    return new NotRepeatableProblem(
        job.id(),
        job.state(),
        "can be done again only with the payload that it had: jobs of the kind "
            + job.kind()
            + " let nobody change it.");
  }

  /** An unfinished job has its key. */
  static NotRepeatableProblem underWay(long id, JobState state) {
    return new NotRepeatableProblem(id, state, "is being done again already.");
  }
}
