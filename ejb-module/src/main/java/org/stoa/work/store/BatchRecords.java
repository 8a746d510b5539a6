package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.NewBatch;
import org.stoa.work.domain.Reopened;

/** The rows of batches: new ones, and those whose jobs are done again. */
public class BatchRecords {

  private static final String ADD =
      """
      INSERT INTO work_batch (id, org_id, name, ordered, run_anyway, jobs, continuation,
        submitted_at, submitted_by, submitted_name)
      VALUES (?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?)
      """;

  /** Keeps the row until the commit, so that nobody ends the batch meanwhile. */
  private static final String REOPEN =
      """
      UPDATE work_batch SET state = 'RUNNING', round = round + 1, began_at = NULL,
        ended_at = NULL, succeeded = NULL, failed = NULL, cancelled = NULL, first_failure = NULL
      WHERE org_id = ? AND id = ? AND state IN ('FAILED', 'CANCELLED')
      RETURNING id, org_id, ordered, run_anyway, continuation
      """;

  /** New jobs in the order of the old ones; in a chain each waits for the one before it again. */
  private static final String REPEAT_JOBS =
      """
      WITH told AS (SELECT ?::timestamptz at, ?::uuid by, ?::text name, ?::boolean ordered,
          ?::boolean anyway),
      old AS (
        SELECT *, row_number() OVER (ORDER BY id) AS place FROM work_archive
        WHERE org_id = ? AND batch_id = ? AND state IN ('FAILED', 'CANCELLED')
          AND replaced_by IS NULL),
      added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, limit_key,
          run_anyway, payload, max_attempts, submitted_at, submitted_by, submitted_name, batch_id)
        SELECT org_id, kind, queue, priority, 'QUEUED',
          CASE WHEN told.ordered AND place > 1 THEN 'JOBS' WHEN limit_key IS NOT NULL THEN 'KEY' END,
          told.at, limit_key, told.anyway, payload, max_attempts, told.at, told.by, told.name,
          batch_id
        FROM old, told ORDER BY place
        RETURNING *),
      again AS (SELECT id, org_id, row_number() OVER (ORDER BY id) AS place FROM added),
      replaced AS (
        UPDATE work_archive job SET replaced_by = again.id
        FROM old JOIN again USING (place)
        WHERE job.id = old.id AND job.finished_at = old.finished_at),
      linked AS (
        INSERT INTO work_dependency (job_id, waits_for, org_id, at)
        SELECT again.id, before.id, again.org_id, told.at
        FROM told, again JOIN again before ON before.place = again.place - 1
        WHERE told.ordered),
      booked AS (INSERT INTO work_ledger (submitted) SELECT count(*) FROM added)
      SELECT %s FROM added job ORDER BY id
      """
          .formatted(Rows.FREED);

  private static final String REPEAT_CONTINUATION =
      """
      WITH told AS (SELECT ?::timestamptz at, ?::uuid by, ?::text name, ?::boolean anyway),
      added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, limit_key,
          run_anyway, payload, max_attempts, submitted_at, submitted_by, submitted_name)
        SELECT org_id, kind, queue, priority, 'QUEUED', 'BATCH', told.at, limit_key, told.anyway,
          payload, max_attempts, told.at, told.by, told.name
        FROM work_archive, told WHERE org_id = ? AND id = ?
        RETURNING *),
      named AS (UPDATE work_batch SET continuation = added.id FROM added WHERE work_batch.id = ?),
      booked AS (INSERT INTO work_ledger (submitted) SELECT 1 FROM added)
      SELECT %s FROM added job
      """
          .formatted(Rows.FREED);

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public BatchRecords(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the batch of jobs that the caller's transaction adds as well. */
  public void add(NewBatch batch) {
    jdbc.update(
        ADD,
        batch.id(),
        batch.submittedBy().organisation(),
        batch.command().name(),
        batch.command().ordered(),
        batch.command().runAnyway(),
        batch.command().jobs().size(),
        batch.continuation(),
        batch.submittedAt(),
        batch.submittedBy().id(),
        batch.submittedBy().name());
  }

  /** Opens a batch that ended without success. Empty when there is none such. */
  public Optional<Reopened> reopen(UUID organisation, UUID id) {
    return jdbc.first(
        REOPEN,
        row ->
            new Reopened(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "org_id"),
                row.getBoolean("ordered"),
                row.getBoolean("run_anyway"),
                row.getObject("continuation", Long.class)),
        organisation,
        id);
  }

  /**
   * Adds a job for each of the batch that did not succeed, which counts instead of it from then on.
   * Part of the caller's transaction, which has reopened the batch.
   *
   * @return the new jobs, in the order of the old ones
   */
  public List<Freed> repeatJobs(Reopened batch, Actor submitter, Instant now) {
    return jdbc.query(
        REPEAT_JOBS,
        Rows::freed,
        now,
        submitter.id(),
        submitter.name(),
        batch.ordered(),
        batch.runAnyway(),
        batch.organisation(),
        batch.id());
  }

  /**
   * Adds a job like the continuation that has ended, which waits for the batch. Part of the
   * caller's transaction, which has reopened the batch.
   *
   * @return the new job; empty when the old one has not ended, or is not known any more
   */
  public Optional<Freed> repeatContinuation(Reopened batch, Actor submitter, Instant now) {
    return jdbc.first(
        REPEAT_CONTINUATION,
        Rows::freed,
        now,
        submitter.id(),
        submitter.name(),
        batch.runAnyway(),
        batch.organisation(),
        batch.continuation(),
        batch.id());
  }
}
