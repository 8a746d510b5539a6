package org.stoa.work;

/** What putting clocks forward or back has to do with a time of a schedule. */
public enum TimeMark {
  /** Nothing. */
  NORMAL,
  /** The planned local time does not exist; it runs when clocks have been put forward. */
  MOVED,
  /** The local time exists twice, and this is the first. */
  FIRST,
  /** The local time exists twice, and this is the second. */
  SECOND,
  /** The planned local time does not exist, and nothing runs. */
  SKIPPED
}
