package org.stoa.work;

/** What became of one time of a schedule. */
public enum FiringOutcome {
  /** Its job was submitted. */
  SUBMITTED,
  /** Its job is submitted as soon as that of an earlier run has ended. */
  HELD,
  /** No job was submitted; the reason is told. */
  SKIPPED
}
