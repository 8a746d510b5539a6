package org.stoa.work.domain;

/** What people can hold. */
public enum ControlScope {
  /** All jobs of a queue. */
  QUEUE,
  /** All jobs of a kind, on whatever queue. */
  KIND
}
