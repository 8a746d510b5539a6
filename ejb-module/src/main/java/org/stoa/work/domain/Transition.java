package org.stoa.work.domain;

import static org.stoa.work.JobState.CANCELLED;
import static org.stoa.work.JobState.FAILED;
import static org.stoa.work.JobState.QUEUED;
import static org.stoa.work.JobState.RUNNING;
import static org.stoa.work.JobState.SUCCEEDED;

import org.stoa.work.JobState;

/** Every step that a job can take. No other change of state exists, in Java or in SQL. */
public enum Transition {
  /** A node takes the lease. */
  CLAIM(QUEUED, RUNNING),
  /** It worked. */
  SUCCEED(RUNNING, SUCCEEDED),
  /** A problem that is final, the last attempt, or too many lost workers. */
  FAIL(RUNNING, FAILED),
  /** The attempt failed; another one follows later. */
  RETRY(RUNNING, QUEUED),
  /** The worker vanished; another attempt follows at once. */
  TAKE_BACK(RUNNING, QUEUED),
  /** The node stops, or claimed more than it can start soon. */
  HAND_BACK(RUNNING, QUEUED),
  /** Somebody did not want it, before it began. */
  CANCEL_WAITING(QUEUED, CANCELLED),
  /** Somebody did not want it, and its handler stopped. */
  CANCEL_RUNNING(RUNNING, CANCELLED);

  private final JobState from;
  private final JobState to;

  Transition(JobState from, JobState to) {
    this.from = from;
    this.to = to;
  }

  /** The only state in which it is possible. */
  public JobState from() {
    return from;
  }

  /** The state to which it leads. */
  public JobState to() {
    return to;
  }
}
