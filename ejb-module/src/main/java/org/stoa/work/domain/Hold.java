package org.stoa.work.domain;

/** What holds a waiting job back, in the order in which it goes through them. */
public enum Hold {
  /** The batch that it continues has not ended. */
  BATCH,
  /** Jobs for which it waits have not ended. */
  JOBS,
  /** Its time has not come. */
  DUE,
  /** As many jobs as its kind allows have its limit key and are ready or running. */
  KEY
}
