package org.stoa.work.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoa.shared.Actor;

/**
 * A job on its way into the table.
 *
 * @param kind what it does
 * @param queue where it waits
 * @param priority the higher, the earlier
 * @param dueAt not before this time, null for at once
 * @param key unique among the unfinished jobs of the kind, or null
 * @param payload the JSON for its handler
 * @param maxAttempts after how many failures it is given up
 * @param submittedAt when
 * @param submittedBy by whom, and for which organisation
 */
public record NewJob(
    String kind,
    String queue,
    int priority,
    Instant dueAt,
    String key,
    String payload,
    int maxAttempts,
    Instant submittedAt,
    Actor submittedBy) {

  /** Not before this time. */
  public Instant due() {
    return dueAt == null ? submittedAt : dueAt;
  }

  /** Whether it may begin as soon as it is submitted. */
  public boolean isReady() {
    return !due().isAfter(submittedAt);
  }

  /** Whose it is. */
  public UUID organisation() {
    return submittedBy.organisation();
  }
}
