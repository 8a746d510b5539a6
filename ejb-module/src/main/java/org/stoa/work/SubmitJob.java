package org.stoa.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A job to be done.
 *
 * @param kind what is to be done; a handler must exist for it
 * @param payload the record that the handler of the kind takes
 * @param queue where it waits; null for the queue of the kind
 * @param priority the higher, the earlier among the jobs of the organisation on the queue; 0 is
 *     ordinary, from -100 to 100
 * @param dueAt not before this time; null for at once
 * @param expiresAt no attempt begins later: what waits then is cancelled, also when an earlier
 *     attempt failed or was lost; null for never
 * @param key what must not be done twice; null for no such limit
 * @param limitKey what it has to do with, such as a target or a document: of the jobs of the kind
 *     that share it, only so many run at once as the kind allows; null for no such limit
 * @param after the jobs that must have ended before; it is cancelled if one of them did not succeed
 * @param runAnyway whether it runs although one of those did not succeed
 */
public record SubmitJob(
    String kind,
    Object payload,
    String queue,
    int priority,
    Instant dueAt,
    Instant expiresAt,
    JobKey key,
    String limitKey,
    List<JobId> after,
    boolean runAnyway) {

  private static final int MOST_PRIORITY = 100;

  public SubmitJob {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(payload, "payload");
    if (Math.abs(priority) > MOST_PRIORITY) {
      throw new IllegalArgumentException("A priority lies between -100 and 100.");
    }
    if (limitKey != null) {
      JobKey.requireKey(limitKey);
    }
    after = List.copyOf(after);
  }

  /** As soon as possible, on the queue of the kind. */
  public SubmitJob(String kind, Object payload) {
    this(kind, payload, null, 0, null, null, null, null, List.of(), false);
  }

  /** On another queue. */
  public SubmitJob withQueue(String other) {
    return new SubmitJob(
        kind, payload, other, priority, dueAt, expiresAt, key, limitKey, after, runAnyway);
  }

  /** Earlier (higher) or later (lower) than others of the queue. */
  public SubmitJob withPriority(int other) {
    return new SubmitJob(
        kind, payload, queue, other, dueAt, expiresAt, key, limitKey, after, runAnyway);
  }

  /** Not before a time. */
  public SubmitJob withDueAt(Instant other) {
    return new SubmitJob(
        kind, payload, queue, priority, other, expiresAt, key, limitKey, after, runAnyway);
  }

  /** Not after a time: a job that has not begun by then is cancelled. */
  public SubmitJob withExpiry(Instant other) {
    return new SubmitJob(
        kind, payload, queue, priority, dueAt, other, key, limitKey, after, runAnyway);
  }

  /** Once only as long as it is unfinished; null for no such limit. */
  public SubmitJob withKey(String text) {
    return withKey(text == null ? null : new JobKey(text, JobKey.Scope.UNFINISHED, null));
  }

  /** Once only as long as it has not begun. */
  public SubmitJob withKeyWhileWaiting(String text) {
    return withKey(new JobKey(text, JobKey.Scope.WAITING, null));
  }

  /** Once only within a period from now on. */
  public SubmitJob withKeyFor(String text, Duration period) {
    return withKey(new JobKey(text, JobKey.Scope.PERIOD, period));
  }

  private SubmitJob withKey(JobKey other) {
    return new SubmitJob(
        kind, payload, queue, priority, dueAt, expiresAt, other, limitKey, after, runAnyway);
  }

  /** Together with only so many of those that share the key as the kind allows. */
  public SubmitJob withLimitKey(String other) {
    return new SubmitJob(
        kind, payload, queue, priority, dueAt, expiresAt, key, other, after, runAnyway);
  }

  /** When these have succeeded; it is cancelled if one of them does not. */
  public SubmitJob withAfter(List<JobId> others) {
    return new SubmitJob(
        kind, payload, queue, priority, dueAt, expiresAt, key, limitKey, others, false);
  }

  /** When these have ended, however. */
  public SubmitJob withAfterEndOf(List<JobId> others) {
    return new SubmitJob(
        kind, payload, queue, priority, dueAt, expiresAt, key, limitKey, others, true);
  }
}
