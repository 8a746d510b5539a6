package org.stoa.work.domain;

import java.time.Instant;
import org.stoa.work.JobError;
import org.stoa.work.JobProgress;
import org.stoa.work.JobState;

/**
 * How a job ends.
 *
 * @param transition the step that ends it
 * @param result the JSON of the result, or null
 * @param error why it did not succeed, or null
 * @param progress the last progress, null to keep what was written
 * @param outcome what the last attempt came to (FAILED, TIMED_OUT, LOST, CANCELLED), null when it
 *     succeeded
 * @param node the name of the server that ran the last attempt
 * @param at when
 */
public record Ending(
    Transition transition,
    String result,
    JobError error,
    JobProgress progress,
    String outcome,
    String node,
    Instant at) {

  /** It worked. */
  public static Ending succeeded(String result, JobProgress progress, String node, Instant at) {
    return new Ending(Transition.SUCCEED, result, null, progress, null, node, at);
  }

  /** It is given up. */
  public static Ending failed(JobError error, JobProgress progress, String node, Instant at) {
    return new Ending(Transition.FAIL, null, error, progress, "FAILED", node, at);
  }

  /** It is given up because its last attempt took too long. */
  public static Ending timedOut(JobError error, JobProgress progress, String node, Instant at) {
    return new Ending(Transition.FAIL, null, error, progress, "TIMED_OUT", node, at);
  }

  /** It is given up because too many workers vanished with it. */
  public static Ending lost(JobError error, String node, Instant at) {
    return new Ending(Transition.FAIL, null, error, null, "LOST", node, at);
  }

  /** Its handler stopped on request. */
  public static Ending cancelled(JobProgress progress, String node, Instant at) {
    return cancelled(null, progress, node, at);
  }

  /** It was not wanted any more, for a reason that is told. */
  public static Ending cancelled(JobError error, JobProgress progress, String node, Instant at) {
    return new Ending(Transition.CANCEL_RUNNING, null, error, progress, "CANCELLED", node, at);
  }

  /** The state in which it rests. */
  public JobState state() {
    return transition.to();
  }
}
