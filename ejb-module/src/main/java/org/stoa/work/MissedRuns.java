package org.stoa.work;

/** What becomes of runs whose time passed while nobody was there to begin them. */
public enum MissedRuns {
  /** They are left out. */
  SKIP,
  /** The newest of them is made up for all. */
  RUN_ONCE,
  /** The newest of them, as many as the limit of the schedule, are made up for one by one. */
  RUN_ALL
}
