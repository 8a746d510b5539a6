package org.stoa.work;

/** What becomes of a run whose time has come while the job of an earlier run has not ended. */
public enum OverlapPolicy {
  /** It is left out. */
  SKIP,
  /** It waits until the earlier job has ended. */
  QUEUE,
  /** The earlier job is cancelled, and it begins when that one has ended. */
  CANCEL_OLD
}
