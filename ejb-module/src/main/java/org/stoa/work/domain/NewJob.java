package org.stoa.work.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.work.JobId;
import org.stoa.work.JobKey;
import org.stoa.work.SubmitJob;

/**
 * A job on its way into the table.
 *
 * @param command what was asked for
 * @param queue where it waits
 * @param payload the JSON for its handler
 * @param maxAttempts after how many failures it is given up
 * @param submittedAt when
 * @param submittedBy by whom, and for which organisation
 * @param place what it has to do with a batch, or null
 */
public record NewJob(
    SubmitJob command,
    String queue,
    String payload,
    int maxAttempts,
    Instant submittedAt,
    Actor submittedBy,
    BatchPlace place) {

  /** A job that has nothing to do with a batch. */
  public NewJob(
      SubmitJob command,
      String queue,
      String payload,
      int maxAttempts,
      Instant submittedAt,
      Actor submittedBy) {
    this(command, queue, payload, maxAttempts, submittedAt, submittedBy, null);
  }

  /** The same with a place at a batch. */
  public NewJob at(BatchPlace other) {
    return new NewJob(command, queue, payload, maxAttempts, submittedAt, submittedBy, other);
  }

  /** The batch that it belongs to; null when there is none. */
  public UUID batch() {
    return place == null || place.continues() ? null : place.batch();
  }

  /** What it does. */
  public String kind() {
    return command.kind();
  }

  /** Not before this time. */
  public Instant due() {
    return command.dueAt() == null ? submittedAt : command.dueAt();
  }

  /** The first thing that holds it back; null when it may begin as soon as it is submitted. */
  public Hold hold() {
    if (place != null && place.continues()) {
      return Hold.BATCH;
    }
    if (!command.after().isEmpty()) {
      return Hold.JOBS;
    }
    if (due().isAfter(submittedAt)) {
      return Hold.DUE;
    }
    return command.limitKey() == null ? null : Hold.KEY;
  }

  /** The jobs for which it waits. */
  public List<Long> waitsFor() {
    return command.after().stream().map(JobId::value).distinct().toList();
  }

  /** The key that must be free, whatever its scope. */
  public Optional<JobKey> key() {
    return Optional.ofNullable(command.key());
  }

  /** Where it waits, once it has an id. */
  public Freed submitted(long id) {
    LimitKey limit =
        command.limitKey() == null
            ? null
            : new LimitKey(organisation(), kind(), command.limitKey());
    Lane lane = new Lane(queue, organisation(), command.priority(), kind());
    return new Freed(new ReadyJob(lane, id), hold(), limit);
  }

  /** Whose it is. */
  public UUID organisation() {
    return submittedBy.organisation();
  }
}
