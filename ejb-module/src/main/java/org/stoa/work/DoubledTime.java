package org.stoa.work;

/** What becomes of a local time that exists twice, because clocks are put back over it. */
public enum DoubledTime {
  /** It runs the first time only. */
  ONCE,
  /** It runs both times. */
  TWICE
}
