package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.LostJob;
import org.stoa.work.domain.Tally;
import org.stoa.work.domain.Wish;

/** Gives jobs to nodes. */
public class Claims {

  /**
   * The claim in one statement: no two nodes get the same row, and none waits for another. Each
   * lane is read from where the node left off; what is before it may be full of rows that are gone
   * and that an old transaction keeps from being cleared away.
   */
  private static final String CLAIM =
      """
      WITH head AS MATERIALIZED (
        SELECT job.id, wish.share, row_number() OVER (
          PARTITION BY wish.org_id ORDER BY wish.priority DESC, job.id) AS place
        FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::bigint[], ?::integer[], ?::integer[])
          AS wish (org_id, priority, kind, first, most, share)
        CROSS JOIN LATERAL (
          SELECT id FROM work_job
          WHERE queue = ? AND org_id = wish.org_id AND priority = wish.priority
            AND kind = wish.kind AND id >= wish.first AND state = 'QUEUED' AND hold IS NULL
          ORDER BY id
          LIMIT wish.most
          FOR UPDATE SKIP LOCKED) job)
      UPDATE work_job job
      SET state = 'RUNNING', lease_owner = ?, lease_token = nextval('work_claim'),
        attempt = attempt + 1, started_at = greatest(?, due_at)
      WHERE job.id = ANY (ARRAY (SELECT id FROM head WHERE place <= share))
      RETURNING job.*
      """;

  /** What somebody is just ending is left to the next look: nobody waits for him. */
  private static final String LOST =
      """
      SELECT job.*, coalesce(node.name, job.lease_owner::text) AS node
      FROM work_job job LEFT JOIN work_node node ON node.id = job.lease_owner
      WHERE state = 'RUNNING' AND (node.id IS NULL OR node.lease_until <= clock_timestamp())
      ORDER BY job.lease_token LIMIT ?
      FOR UPDATE OF job SKIP LOCKED
      """;

  private static final String HELD =
      "SELECT * FROM work_job WHERE state = 'RUNNING' AND lease_owner = ?";

  private static final String STILL_HELD =
      """
      SELECT job.* FROM work_job job
      JOIN unnest(?::bigint[], ?::uuid[], ?::bigint[]) AS lease (id, owner, token) USING (id)
      WHERE job.lease_owner = lease.owner AND job.lease_token = lease.token
      """;

  private static final int MANY = 1_000;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Claims(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives ready jobs of a queue to a node.
   *
   * @param wishes how many of which lanes, all of this queue
   * @param owner the run of the node
   * @return in the order in which they should start
   */
  public List<ClaimedJob> claim(String queue, List<Wish> wishes, UUID owner, Instant now) {
    return jdbc
        .query(
            CLAIM,
            Claims::job,
            each(wishes, wish -> wish.lane().organisation().toString()),
            each(wishes, wish -> (long) wish.lane().priority()),
            each(wishes, wish -> wish.lane().kind()),
            each(wishes, Wish::from),
            each(wishes, wish -> (long) wish.most()),
            each(wishes, wish -> (long) wish.share()),
            queue,
            owner,
            now)
        .stream()
        .sorted(ClaimedJob.ORDER)
        .toList();
  }

  private static <S, T> List<T> each(List<S> some, Function<S, T> member) {
    return some.stream().map(member).toList();
  }

  /** Jobs whose node has lost its lease, or is gone. */
  public List<LostJob> lost() {
    return jdbc.query(LOST, row -> new LostJob(job(row), row.getString("node")), MANY);
  }

  /** Those of the leases that hold still. */
  public List<ClaimedJob> held(List<Lease> leases) {
    return leases.isEmpty()
        ? List.of()
        : jdbc.query(
            STILL_HELD,
            Claims::job,
            each(leases, Lease::job),
            each(leases, lease -> lease.owner().toString()),
            each(leases, Lease::token));
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
        row.getObject("cancel_at") != null,
        row.getString("limit_key"),
        Columns.instant(row, "expires_at"),
        Columns.uuid(row, "batch_id"));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getInt("attempt"),
        row.getInt("failures"),
        row.getInt("losses"),
        row.getInt("max_attempts"));
  }
}
