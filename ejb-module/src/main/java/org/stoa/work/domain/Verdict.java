package org.stoa.work.domain;

/** What becomes of a message from another system. */
public sealed interface Verdict permits Acceptance, Refusal {

  /** The message. */
  Letter letter();
}
