package org.stoa.work;

/** What became of a message from another system. */
public enum InboundState {
  /** It is a job. */
  ACCEPTED,
  /** It does not fit, and waits for somebody to decide. */
  REFUSED,
  /** It was refused, and somebody made a job of it. */
  PUT_BACK,
  /** It was refused, and somebody decided that nothing comes of it. */
  DISCARDED
}
