package org.stoa.work;

/** What becomes of a local time that does not exist, because clocks are put forward over it. */
public enum MissingTime {
  /** Nothing runs. */
  SKIP,
  /** It runs when clocks have been put forward, once for all times that are missing there. */
  RUN_AFTER
}
