package org.stoa.work;

/** Where a job is on its way. It ends in exactly one of the three last. */
public enum JobState {
  /** Waiting: for its due time, for a retry, or for a free worker. */
  QUEUED,
  /** A node holds the lease and runs it. */
  RUNNING,
  /** Done; the result is there. */
  SUCCEEDED,
  /** Given up, by a problem that is final or after the last attempt; the error is there. */
  FAILED,
  /** Somebody did not want it any more. */
  CANCELLED;

  /** Whether nothing will change any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
