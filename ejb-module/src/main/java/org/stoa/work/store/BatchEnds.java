package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;

/**
 * Ends batches whose last job has ended. That none is left is asked of the index, the newest first:
 * the oldest ones are those that are gone and perhaps not yet cleared away.
 */
public class BatchEnds {

  /** What became of the ended jobs of a batch. */
  static final String CAME =
      """
      SELECT count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded,
        count(*) FILTER (WHERE state = 'FAILED') AS failed,
        count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled,
        min(started_at) AS began_at
      FROM work_archive job
      WHERE job.batch_id = batch.id AND job.replaced_by IS NULL
        AND job.finished_at >= batch.submitted_at - interval '1 day'
      """;

  static final String FIRST_FAILURE =
      """
      (SELECT job.id FROM work_archive job
       WHERE job.batch_id = batch.id AND job.replaced_by IS NULL AND job.state = 'FAILED'
         AND job.finished_at >= batch.submitted_at - interval '1 day'
       ORDER BY job.finished_at, job.id LIMIT 1)
      """;

  /**
   * One statement, so that a batch never ends without what follows. Who repeats the batch makes the
   * next round of it; an end that was seen in the round before ends nothing then.
   */
  private static final String END =
      """
      WITH done AS MATERIALIZED (
        SELECT batch.id, batch.round, came.*, %s AS first_failure
        FROM work_batch batch CROSS JOIN LATERAL (%s) came
        WHERE batch.state = 'RUNNING' %s
          AND (SELECT job.id FROM work_job job WHERE job.batch_id = batch.id
            ORDER BY job.id DESC LIMIT 1) IS NULL),
      ended AS (
        UPDATE work_batch batch SET ended_at = ?, began_at = done.began_at,
          succeeded = done.succeeded, failed = done.failed, cancelled = done.cancelled,
          first_failure = done.first_failure,
          state = CASE WHEN done.succeeded = batch.jobs THEN 'SUCCEEDED'
            WHEN done.failed = 0 AND done.succeeded + done.cancelled = batch.jobs THEN 'CANCELLED'
            ELSE 'FAILED' END
        FROM done
        WHERE batch.id = done.id AND batch.round = done.round AND batch.state = 'RUNNING'
        RETURNING batch.*),
      freed AS (
        UPDATE work_job job
        SET hold = CASE WHEN due_at > ? THEN 'DUE' WHEN limit_key IS NOT NULL THEN 'KEY' END,
          due_at = greatest(due_at, ?)
        FROM ended
        WHERE job.id = ended.continuation AND job.hold = 'BATCH'
          AND (job.run_anyway OR ended.state = 'SUCCEEDED')
        RETURNING %s),
      gone AS (
        DELETE FROM work_job job USING ended
        WHERE job.id = ended.continuation AND job.hold = 'BATCH'
          AND NOT job.run_anyway AND ended.state <> 'SUCCEEDED'
        RETURNING job.*),
      booked AS (
        INSERT INTO work_ledger (cancelled) SELECT count(*) FROM gone HAVING count(*) > 0),
      archived AS (
        INSERT INTO work_archive (%s, state, finished_at, error)
        SELECT %s, 'CANCELLED', ?, jsonb_build_object(
          'type', 'urn:stoa:problem:dependency-failed',
          'title', 'A job of the batch it waited for did not succeed',
          'detail', (SELECT format(
            'It waited for the batch %%s, of whose %%s jobs %%s failed and %%s were cancelled.',
            name, jobs, failed, ended.cancelled) FROM ended WHERE continuation = gone.id),
          'batch', (SELECT ended.id FROM ended WHERE continuation = gone.id))
        FROM gone
        RETURNING id)
      SELECT freed.*, archived.id AS cancelled
      FROM ended
      LEFT JOIN freed ON freed.id = ended.continuation
      LEFT JOIN archived ON archived.id = ended.continuation
      """;

  private static final String END_ANY = end("");
  private static final String END_THESE = end("AND batch.id = ANY (?::uuid[])");

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public BatchEnds(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What became of continuations.
   *
   * @param freed those that go on
   * @param cancelled those that do not
   */
  public record Followed(List<Freed> freed, List<EndedJob> cancelled) {

    /** Whether nothing waited for the end of a batch. */
    public boolean isNothing() {
      return freed.isEmpty() && cancelled.isEmpty();
    }
  }

  private record Next(Freed freed, EndedJob cancelled) {}

  /** Ends those of the batches, one at least, in which nothing waits or runs any more. */
  public Followed end(Collection<UUID> batches, Instant now) {
    return followed(
        jdbc.query(END_THESE, BatchEnds::next, Columns.texts(batches), now, now, now, now));
  }

  /** Ends all batches in which nothing waits or runs any more, whoever forgot to tell. */
  public Followed endAll(Instant now) {
    return followed(jdbc.query(END_ANY, BatchEnds::next, now, now, now, now));
  }

  private static Followed followed(List<Next> all) {
    return new Followed(
        all.stream().map(Next::freed).filter(Objects::nonNull).toList(),
        all.stream().map(Next::cancelled).filter(Objects::nonNull).toList());
  }

  private static Next next(ResultSet row) throws SQLException {
    Long cancelled = row.getObject("cancelled", Long.class);
    return new Next(
        row.getObject("id") == null ? null : Rows.freed(row),
        cancelled == null ? null : new EndedJob(cancelled, null, null));
  }

  private static String end(String which) {
    return END.formatted(FIRST_FAILURE, CAME, which, Rows.FREED, Endings.KEPT, Endings.KEPT);
  }
}
