package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.LostJob;
import org.stoa.work.domain.Tally;

/** Gives jobs to nodes. */
public class Claims {

  /** The claim in one statement: no two nodes get the same row, and none waits for another. */
  private static final String CLAIM =
      """
      WITH next AS (
        SELECT id FROM work_job
        WHERE queue = ? AND state = 'QUEUED' AND ready AND kind = ANY (?)
        ORDER BY priority DESC, id
        LIMIT ?
        FOR UPDATE SKIP LOCKED)
      UPDATE work_job job
      SET state = 'RUNNING', lease_owner = ?, lease_token = lease_token + 1,
        attempt = attempt + 1, started_at = ?
      FROM next WHERE job.id = next.id
      RETURNING job.*
      """;

  private static final String PROMOTE_DUE =
      """
      WITH due AS (
        SELECT id FROM work_job
        WHERE state = 'QUEUED' AND NOT ready AND due_at <= ?
        ORDER BY due_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED)
      UPDATE work_job job SET ready = true FROM due WHERE job.id = due.id
      RETURNING job.queue
      """;

  /** Hops from queue to queue along the index instead of reading every waiting row. */
  private static final String QUEUES_WITH_READY_JOBS =
      """
      WITH RECURSIVE hop AS (
        (SELECT queue FROM work_job WHERE state = 'QUEUED' AND ready ORDER BY queue LIMIT 1)
        UNION ALL
        SELECT (SELECT job.queue FROM work_job job
                WHERE job.state = 'QUEUED' AND job.ready AND job.queue > hop.queue
                ORDER BY job.queue LIMIT 1)
        FROM hop WHERE hop.queue IS NOT NULL)
      SELECT queue FROM hop WHERE queue IS NOT NULL
      """;

  private static final String LOST =
      """
      SELECT job.*, coalesce(node.name, job.lease_owner::text) AS node
      FROM work_job job LEFT JOIN work_node node ON node.id = job.lease_owner
      WHERE state = 'RUNNING' AND (node.id IS NULL OR node.lease_until <= clock_timestamp())
      ORDER BY job.id LIMIT ?
      """;

  private static final String HELD =
      "SELECT * FROM work_job WHERE state = 'RUNNING' AND lease_owner = ?";

  private static final int MANY = 1_000;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Claims(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives the first ready jobs of a queue to a node.
   *
   * @param kinds the kinds that the node can do
   * @param limit at most so many
   * @param owner the run of the node
   * @return in the order in which they should start
   */
  public List<ClaimedJob> claim(
      String queue, Collection<String> kinds, int limit, UUID owner, Instant now) {
    return jdbc.query(CLAIM, Claims::job, queue, kinds, limit, owner, now).stream()
        .sorted(ClaimedJob.ORDER)
        .toList();
  }

  /**
   * Makes jobs ready whose time has come.
   *
   * @return the queues that have something new, each once
   */
  public List<String> promoteDue(Instant now) {
    return jdbc.query(PROMOTE_DUE, row -> row.getString("queue"), now, MANY).stream()
        .distinct()
        .toList();
  }

  /** The queues in which a ready job waits. */
  public List<String> queuesWithReadyJobs() {
    return jdbc.query(QUEUES_WITH_READY_JOBS, row -> row.getString("queue"));
  }

  /** Jobs whose node has lost its lease, or is gone. */
  public List<LostJob> lost() {
    return jdbc.query(LOST, row -> new LostJob(job(row), row.getString("node")), MANY);
  }

  /** Jobs that a node holds, whether it knows or not. */
  public List<ClaimedJob> heldBy(UUID owner) {
    return jdbc.query(HELD, Claims::job, owner);
  }

  private static ClaimedJob job(ResultSet row) throws SQLException {
    return new ClaimedJob(
        new Lease(row.getLong("id"), Columns.uuid(row, "lease_owner"), row.getLong("lease_token")),
        Columns.uuid(row, "org_id"),
        row.getString("kind"),
        row.getString("queue"),
        row.getInt("priority"),
        row.getString("payload"),
        tally(row),
        Columns.instant(row, "started_at"),
        Columns.uuid(row, "submitted_by"),
        row.getString("submitted_name"),
        row.getObject("cancel_at") != null);
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getInt("attempt"),
        row.getInt("failures"),
        row.getInt("losses"),
        row.getInt("max_attempts"));
  }
}
