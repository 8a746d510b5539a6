package org.stoa.work;

/** Where a batch is on its way. Its continuation is not looked at. */
public enum BatchState {
  /** One of its jobs waits or runs. */
  RUNNING,
  /** All its jobs have succeeded. */
  SUCCEEDED,
  /** All its jobs have ended, and one of them failed or is not known any more. */
  FAILED,
  /** All its jobs have ended; none failed, and one was cancelled. */
  CANCELLED
}
