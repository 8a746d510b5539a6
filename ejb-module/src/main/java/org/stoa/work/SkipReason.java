package org.stoa.work;

/** Why no job was submitted at a time of a schedule. */
public enum SkipReason {
  /** The job of an earlier run had not ended. */
  OVERLAP,
  /** Nobody was there to begin it in time, and the schedule does not make up for it. */
  MISSED,
  /** A later run took its place while it waited. */
  REPLACED,
  /** Too many earlier runs waited already. */
  TOO_MANY_WAIT,
  /** The handler does not take the payload any more. */
  REFUSED
}
