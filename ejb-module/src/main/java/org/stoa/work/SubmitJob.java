package org.stoa.work;

import java.time.Instant;
import java.util.Objects;

/**
 * A job to be done.
 *
 * @param kind what is to be done; a handler must exist for it
 * @param payload the record that the handler of the kind takes
 * @param queue where it waits; null for the queue of the kind
 * @param priority the higher, the earlier within the queue; 0 is ordinary
 * @param dueAt not before this time; null for at once
 * @param key at most one unfinished job of the kind has this key in the organisation, submitting
 *     another returns the one that is there; null for no such limit
 */
public record SubmitJob(
    String kind, Object payload, String queue, int priority, Instant dueAt, String key) {

  private static final int MAX_KEY = 200;

  public SubmitJob {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(payload, "payload");
    if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
      throw new IllegalArgumentException("A key has 1 to " + MAX_KEY + " characters.");
    }
  }

  /** As soon as possible, on the queue of the kind. */
  public SubmitJob(String kind, Object payload) {
    this(kind, payload, null, 0, null, null);
  }

  /** On another queue. */
  public SubmitJob withQueue(String other) {
    return new SubmitJob(kind, payload, other, priority, dueAt, key);
  }

  /** Earlier (higher) or later (lower) than others of the queue. */
  public SubmitJob withPriority(int other) {
    return new SubmitJob(kind, payload, queue, other, dueAt, key);
  }

  /** Not before a time. */
  public SubmitJob withDueAt(Instant other) {
    return new SubmitJob(kind, payload, queue, priority, other, key);
  }

  /** Once only as long as it is unfinished. */
  public SubmitJob withKey(String other) {
    return new SubmitJob(kind, payload, queue, priority, dueAt, other);
  }
}
