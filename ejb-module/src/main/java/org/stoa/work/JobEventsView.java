package org.stoa.work;

import java.time.Instant;

/**
 * Whether the ends of the organisation's jobs are told to other systems.
 *
 * @param told whether they are
 * @param since from when on; null when they are not
 * @param by who asked for it; null when they are not
 */
public record JobEventsView(boolean told, Instant since, String by) {

  /** They are not told. */
  public static JobEventsView untold() {
    return new JobEventsView(false, null, null);
  }
}
