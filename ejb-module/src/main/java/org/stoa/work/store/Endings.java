package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.work.JobError;
import org.stoa.work.JobProgress;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Hold;
import org.stoa.work.domain.Lease;

/**
 * Ends attempts and jobs. Whatever needs the lease says so in the statement: who lost it changes
 * nothing and is told false.
 */
public class Endings {

  /** The columns that a job takes along into the archive. */
  static final String KEPT =
      """
      id, org_id, kind, queue, priority, due_at, key, payload, attempt, failures, losses,
      max_attempts, submitted_at, submitted_by, submitted_name, started_at, cancel_at, limit_key,
      expires_at, batch_id
      """;

  private static final int MANY = 1_000;

  /** Out of the table and into the archive in one statement, so that it is always in one. */
  private static final String FINISH =
      """
      WITH told AS (SELECT ?::bigint done, ?::bigint total, ?::text text, ?::jsonb error,
          ?::text outcome, ?::text node, ?::timestamptz at, ?::text state),
      gone AS (
        DELETE FROM work_job WHERE id = ? AND lease_owner = ? AND lease_token = ? RETURNING *),
      tried AS (
        INSERT INTO work_attempt
          (job_id, attempt, org_id, node, outcome, started_at, finished_at, error)
        SELECT gone.id, gone.attempt, gone.org_id, told.node, told.outcome, gone.started_at,
          told.at, told.error
        FROM gone, told WHERE told.outcome IS NOT NULL),
      booked AS (
        INSERT INTO work_ledger (succeeded, failed, cancelled)
        SELECT (told.state = 'SUCCEEDED')::integer, (told.state = 'FAILED')::integer,
          (told.state = 'CANCELLED')::integer
        FROM gone, told)
      INSERT INTO work_archive (%s, state, finished_at, node, progress_done, progress_total,
        progress_text, result, error)
      SELECT %s, told.state, told.at, told.node,
        CASE WHEN told.done IS NULL THEN gone.progress_done ELSE told.done END,
        CASE WHEN told.done IS NULL THEN gone.progress_total ELSE told.total END,
        CASE WHEN told.done IS NULL THEN gone.progress_text ELSE told.text END,
        ?::jsonb, told.error
      FROM gone, told
      """
          .formatted(KEPT, KEPT);

  private static final String KEEP_RESULT =
      "UPDATE work_archive SET result = ?::jsonb WHERE id = ?";

  private static final String BACK =
      """
      WITH back AS (
        UPDATE work_job SET state = 'QUEUED', hold = ?, due_at = ?, lease_owner = NULL,
          slot = CASE WHEN ?::text IS NULL THEN slot END,
          failures = failures + ?, losses = losses + ?, last_error = ?::jsonb
        WHERE id = ? AND lease_owner = ? AND lease_token = ? AND cancel_at IS NULL
        RETURNING id, attempt, org_id, started_at)
      INSERT INTO work_attempt
        (job_id, attempt, org_id, node, outcome, started_at, finished_at, error)
      SELECT id, attempt, org_id, ?, ?, started_at, ?, ?::jsonb FROM back
      """;

  private static final String UNSTARTED =
      """
      UPDATE work_job SET state = 'QUEUED', lease_owner = NULL, attempt = attempt - 1
      WHERE id = ? AND lease_owner = ? AND lease_token = ?
      """;

  private static final String CANCEL_WAITING =
      """
      WITH gone AS (
        DELETE FROM work_job WHERE org_id = ? AND id = ? AND state = 'QUEUED' RETURNING *),
      booked AS (INSERT INTO work_ledger (cancelled) SELECT 1 FROM gone)
      INSERT INTO work_archive (%s, state, finished_at, progress_done, progress_total,
        progress_text, error)
      SELECT %s, 'CANCELLED', ?, progress_done, progress_total, progress_text, last_error
      FROM gone
      RETURNING %s
      """
          .formatted(KEPT, KEPT, Rows.ENDED);

  private static final String CANCEL_EXPIRED =
      """
      WITH late AS (
        SELECT id FROM work_job WHERE expires_at <= ? AND state = 'QUEUED'
        ORDER BY expires_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED),
      gone AS (DELETE FROM work_job WHERE id = ANY (ARRAY (SELECT id FROM late)) RETURNING *),
      booked AS (
        INSERT INTO work_ledger (cancelled) SELECT count(*) FROM gone HAVING count(*) > 0)
      INSERT INTO work_archive (%s, state, finished_at, error)
      SELECT %s, 'CANCELLED', ?, ?::jsonb FROM gone
      RETURNING %s
      """
          .formatted(KEPT, KEPT, Rows.ENDED);

  private static final String REQUEST_CANCEL =
      """
      UPDATE work_job SET cancel_at = coalesce(cancel_at, ?)
      WHERE org_id = ? AND id = ? AND state = 'RUNNING'
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Endings(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Ends a job: moves it to the archive.
   *
   * @return false when the lease was lost; then nothing has changed
   */
  public boolean finish(Lease lease, Ending ending) {
    JobProgress progress = ending.progress();
    return jdbc.updated(
        FINISH,
        progress == null ? null : progress.done(),
        progress == null ? null : progress.total(),
        progress == null ? null : progress.text(),
        Columns.json(ending.error()),
        ending.outcome(),
        ending.node(),
        ending.at(),
        ending.state().name(),
        lease.job(),
        lease.owner(),
        lease.token(),
        ending.result());
  }

  /** Keeps another result of a job that the current transaction has finished. */
  public void keepResult(long job, String result) {
    jdbc.update(KEEP_RESULT, result, job);
  }

  /**
   * Puts a job whose attempt failed back for another one.
   *
   * @param outcome what the attempt came to: FAILED or TIMED_OUT
   * @param dueAt when that one may begin
   * @return false when the lease was lost or the job is to be cancelled; then nothing has changed
   */
  public boolean retry(
      Lease lease, String node, String outcome, JobError error, Instant dueAt, Instant now) {
    Hold hold = dueAt.isAfter(now) ? Hold.DUE : null;
    return back(lease, new Back(hold, dueAt, 1, 0, node, outcome, error, now));
  }

  /** Takes a job back from a worker that vanished; another attempt may begin at once. */
  public boolean takeBack(Lease lease, String node, Instant now) {
    return back(lease, new Back(null, now, 0, 1, node, "LOST", null, now));
  }

  /** Gives a job back that was begun, because the node stops. */
  public boolean handBack(Lease lease, String node, Instant now) {
    return back(lease, new Back(null, now, 0, 0, node, "HANDED_BACK", null, now));
  }

  /** Gives a job back that was claimed and never begun, as if nothing had happened. */
  public boolean handBackUnstarted(Lease lease) {
    return jdbc.updated(UNSTARTED, lease.job(), lease.owner(), lease.token());
  }

  /** Ends a job that has not begun. Empty when it is not waiting. */
  public Optional<EndedJob> cancelWaiting(UUID organisation, long id, Instant now) {
    return jdbc.first(CANCEL_WAITING, Rows::ended, organisation, id, now);
  }

  /**
   * Ends jobs that have waited too long to begin.
   *
   * @param error what is told about them
   */
  public List<EndedJob> cancelExpired(JobError error, Instant now) {
    return jdbc.query(CANCEL_EXPIRED, Rows::ended, now, MANY, now, Columns.json(error));
  }

  /** Notes on a running job that it is to stop. False when it is not running. */
  public boolean requestCancel(UUID organisation, long id, Instant now) {
    return jdbc.updated(REQUEST_CANCEL, now, organisation, id);
  }

  private boolean back(Lease lease, Back back) {
    String error = Columns.json(back.error());
    return jdbc.updated(
        BACK,
        back.hold() == null ? null : back.hold().name(),
        back.dueAt(),
        back.hold() == null ? null : back.hold().name(),
        back.failures(),
        back.losses(),
        error,
        lease.job(),
        lease.owner(),
        lease.token(),
        back.node(),
        back.outcome(),
        back.at(),
        error);
  }

  private record Back(
      Hold hold,
      Instant dueAt,
      int failures,
      int losses,
      String node,
      String outcome,
      JobError error,
      Instant at) {}
}
