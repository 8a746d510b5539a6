package org.stoa.work;

/** What was expected of a schedule and did not happen in time. */
public enum SilenceReason {
  /** Its time passed, and nobody began the run. */
  NOT_FIRED,
  /** The job has not begun. */
  NOT_BEGUN,
  /** The job has begun and not ended. */
  NOT_ENDED
}
