package org.stoa.work.store;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.stoa.work.JobProgress;
import org.stoa.work.domain.DatabaseText;
import org.stoa.work.domain.Success;

/** Ends many jobs that succeeded with one statement and one commit. */
public class Successes {

  /** As in {@link Endings}: out of the table and into the archive, under the lease only. */
  private static final String FINISH =
      """
      WITH told AS (
        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
          ?::text[], ?::timestamptz[]) AS told (job, token, done, total, text, result, at)),
      gone AS (
        DELETE FROM work_job USING told
        WHERE work_job.id = told.job AND lease_owner = ? AND lease_token = told.token
        RETURNING work_job.*, told.done, told.total, told.text, told.result, told.at),
      booked AS (
        INSERT INTO work_ledger (succeeded) SELECT count(*) FROM gone HAVING count(*) > 0)
      INSERT INTO work_archive (%s, state, finished_at, node, progress_done, progress_total,
        progress_text, result)
      SELECT %s, 'SUCCEEDED', at, ?,
        CASE WHEN done IS NULL THEN progress_done ELSE done END,
        CASE WHEN done IS NULL THEN progress_total ELSE total END,
        CASE WHEN done IS NULL THEN progress_text ELSE text END,
        result::jsonb
      FROM gone
      RETURNING id
      """
          .formatted(Endings.KEPT, Endings.KEPT);

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Successes(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Moves the jobs to the archive.
   *
   * @param owner the run of the node that held them all
   * @param node its name
   * @return the jobs that were moved; of the others the lease was lost, and nothing has changed
   */
  public Set<Long> finish(UUID owner, String node, List<Success> successes) {
    return new HashSet<>(
        jdbc.query(
            FINISH,
            row -> row.getLong("id"),
            each(successes, success -> success.lease().job()),
            each(successes, success -> success.lease().token()),
            ofProgress(successes, JobProgress::done),
            ofProgress(successes, JobProgress::total),
            ofProgress(successes, progress -> text(progress.text())),
            each(successes, success -> text(success.result())),
            each(successes, success -> success.at().toString()),
            owner,
            node));
  }

  private static String text(String value) {
    return value == null ? null : DatabaseText.of(value);
  }

  private static List<Object> ofProgress(
      List<Success> successes, Function<JobProgress, Object> member) {
    return each(
        successes, success -> success.progress() == null ? null : member.apply(success.progress()));
  }

  /** A list that may hold null. */
  private static List<Object> each(List<Success> successes, Function<Success, Object> member) {
    return successes.stream().map(member).toList();
  }
}
