package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;

/** Which job waits for which. */
public class Dependencies {

  private static final String ADD =
      """
      INSERT INTO work_dependency (job_id, waits_for, org_id, at)
      SELECT ?, waits_for, ?, ? FROM unnest(?::bigint[]) AS waits_for
      ON CONFLICT DO NOTHING
      """;

  private static final String KNOWN =
      """
      SELECT id FROM work_job WHERE org_id = ? AND id = ANY (?)
      UNION ALL SELECT id FROM work_archive WHERE org_id = ? AND id = ANY (?)
      """;

  private static final String NOTE_ENDED =
      """
      UPDATE work_dependency dependency SET outcome = ended.state
      FROM work_archive ended
      WHERE dependency.waits_for = ANY (?) AND dependency.outcome IS NULL
        AND ended.id = dependency.waits_for
      RETURNING dependency.job_id
      """;

  /** A job is in one of the two tables at any moment; if in none, its history was dropped. */
  private static final String NOTE_ALL_ENDED =
      """
      UPDATE work_dependency dependency
      SET outcome = coalesce(
        (SELECT state FROM work_archive WHERE id = dependency.waits_for LIMIT 1), 'GONE')
      WHERE outcome IS NULL
        AND NOT EXISTS (SELECT FROM work_job WHERE id = dependency.waits_for)
      """;

  private static final String NOTE_ENDED_BEFORE =
      """
      UPDATE work_dependency dependency SET outcome = ended.state
      FROM work_archive ended
      WHERE dependency.job_id = ANY (?) AND dependency.outcome IS NULL
        AND ended.id = dependency.waits_for
      """;

  private static final String OPEN_ENDS =
      """
      SELECT id FROM work_job job
      WHERE hold = 'JOBS' AND (
        NOT EXISTS (SELECT FROM work_dependency WHERE job_id = job.id AND outcome IS NULL)
        OR NOT run_anyway AND EXISTS (
          SELECT FROM work_dependency WHERE job_id = job.id AND outcome <> 'SUCCEEDED'))
      ORDER BY id LIMIT ?
      """;

  private static final String FREE =
      """
      UPDATE work_job job
      SET hold = CASE WHEN due_at > ? THEN 'DUE' WHEN limit_key IS NOT NULL THEN 'KEY' END,
        due_at = greatest(due_at, ?)
      WHERE id = ANY (?) AND hold = 'JOBS'
        AND NOT EXISTS (SELECT FROM work_dependency WHERE job_id = job.id AND outcome IS NULL)
        AND (run_anyway OR NOT EXISTS (
          SELECT FROM work_dependency WHERE job_id = job.id AND outcome <> 'SUCCEEDED'))
      RETURNING %s
      """
          .formatted(Rows.FREED);

  private static final String CANCEL =
      """
      WITH gone AS (
        DELETE FROM work_job job
        WHERE id = ANY (?) AND hold = 'JOBS' AND NOT run_anyway AND EXISTS (
          SELECT FROM work_dependency WHERE job_id = job.id AND outcome <> 'SUCCEEDED')
        RETURNING *),
      cause AS (
        SELECT DISTINCT ON (job_id) job_id, waits_for, outcome FROM work_dependency
        WHERE job_id = ANY (?) AND outcome <> 'SUCCEEDED'
        ORDER BY job_id, waits_for),
      told AS (
        INSERT INTO work_ledger (cancelled) SELECT count(*) FROM gone HAVING count(*) > 0)
      INSERT INTO work_archive (%s, state, finished_at, error)
      SELECT %s, 'CANCELLED', ?, jsonb_build_object(
        'type', 'urn:stoa:problem:dependency-failed',
        'title', 'A job it waited for did not succeed',
        'detail', CASE cause.outcome
          WHEN 'FAILED' THEN format('It waited for job %%s, which failed.', cause.waits_for)
          WHEN 'CANCELLED' THEN format('It waited for job %%s, which was cancelled.', cause.waits_for)
          ELSE format('It waited for job %%s, of which nothing is known any more.', cause.waits_for)
          END,
        'job', cause.waits_for)
      FROM gone JOIN cause ON cause.job_id = gone.id
      RETURNING %s
      """
          .formatted(Endings.KEPT, Endings.KEPT, Rows.ENDED);

  private static final int MANY = 1_000;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Dependencies(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of some jobs that waited. */
  public record Resolved(List<Freed> freed, List<EndedJob> cancelled) {}

  /** The job waits for these. Part of the caller's transaction. */
  public void add(long job, UUID organisation, Collection<Long> waitsFor, Instant now) {
    jdbc.update(ADD, job, organisation, now, waitsFor);
  }

  /** Those of the jobs that the organisation has. */
  public Set<Long> known(UUID organisation, Collection<Long> jobs) {
    return Set.copyOf(
        jdbc.query(KNOWN, row -> row.getLong("id"), organisation, jobs, organisation, jobs));
  }

  /**
   * Notes that jobs have ended, where others wait for them.
   *
   * @return the jobs that waited
   */
  public List<Long> noteEnded(Collection<Long> ended) {
    if (ended.isEmpty()) {
      return List.of();
    }
    return jdbc.query(NOTE_ENDED, row -> row.getLong("job_id"), ended).stream().distinct().toList();
  }

  /** Notes for jobs that wait which of the others ended before they began to wait. */
  public void noteEndedBefore(Collection<Long> waiting) {
    jdbc.update(NOTE_ENDED_BEFORE, waiting);
  }

  /** Notes it for all jobs that have ended, and tells which of those that wait can go on or not. */
  public List<Long> noteAllEnded() {
    jdbc.update(NOTE_ALL_ENDED);
    return jdbc.query(OPEN_ENDS, row -> row.getLong("id"), MANY);
  }

  /** Decides about jobs that wait for others: they go on, are cancelled, or wait longer. */
  public Resolved resolve(Collection<Long> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return new Resolved(List.of(), List.of());
    }
    List<EndedJob> cancelled = jdbc.query(CANCEL, Rows::ended, waiting, waiting, now);
    return new Resolved(jdbc.query(FREE, Rows::freed, now, now, waiting), cancelled);
  }
}
