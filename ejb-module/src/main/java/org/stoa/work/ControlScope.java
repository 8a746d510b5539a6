package org.stoa.work;

/** What those who operate the installation pause and limit. */
public enum ControlScope {
  /** All jobs of a queue. */
  QUEUE,
  /** All jobs of a kind, on whatever queue. */
  KIND
}
