package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.work.BatchCounts;
import org.stoa.work.BatchQuery;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.JobLink;
import org.stoa.work.JobState;

/**
 * Shows batches. Of one that has ended the counts are in its row; those of an open one are counted
 * from its jobs, in the snapshot of the statement.
 */
public class BatchReads {

  private static final String VIEWS =
      """
      SELECT batch.*, live.waiting, live.running, least(live.began_at, came.began_at) AS live_began,
        came.succeeded AS live_succeeded, came.failed AS live_failed,
        came.cancelled AS live_cancelled, next.kind AS next_kind, next.state AS next_state,
        CASE WHEN batch.state = 'RUNNING' AND came.failed > 0 THEN %s ELSE batch.first_failure END
          AS failure
      FROM (SELECT * FROM work_batch batch %s ORDER BY id DESC LIMIT %d) batch
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE state = 'QUEUED') AS waiting,
          count(*) FILTER (WHERE state = 'RUNNING') AS running, min(started_at) AS began_at
        FROM work_job job WHERE job.batch_id = batch.id AND batch.state = 'RUNNING') live
      CROSS JOIN LATERAL (%s AND batch.state = 'RUNNING') came
      LEFT JOIN LATERAL (
        SELECT kind, state FROM work_job WHERE id = batch.continuation
        UNION ALL SELECT kind, state FROM work_archive WHERE id = batch.continuation
        LIMIT 1) next ON TRUE
      ORDER BY batch.id DESC
      """;

  private static final String IDS_OF =
      """
      SELECT batch_id AS id FROM work_job WHERE org_id = ? AND id = ? AND batch_id IS NOT NULL
      UNION ALL
      SELECT batch_id FROM work_archive WHERE org_id = ? AND id = ? AND batch_id IS NOT NULL
      UNION ALL
      SELECT id FROM work_batch WHERE org_id = ? AND continuation = ?
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public BatchReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** A batch of the organisation. */
  public Optional<BatchView> find(UUID organisation, UUID id) {
    return views(new Filter().and("org_id = ?", organisation).and("id = ?", id), 1).stream()
        .findFirst();
  }

  /** The batch to which a job belongs, or which it continues. */
  public Optional<BatchView> of(UUID organisation, long job) {
    return jdbc.first(
            IDS_OF,
            row -> Columns.uuid(row, "id"),
            organisation,
            job,
            organisation,
            job,
            organisation,
            job)
        .flatMap(id -> find(organisation, id));
  }

  /**
   * The newest batches of the organisation that fit.
   *
   * @param below only batches with smaller ids; null for the newest of all
   * @param limit at most so many
   */
  public List<BatchView> list(UUID organisation, BatchQuery query, UUID below, int limit) {
    Filter filter = new Filter().and("org_id = ?", organisation);
    query.state().ifPresent(state -> filter.and("state = ?", state.name()));
    query.name().ifPresent(name -> filter.and("name ILIKE ?", Filter.containing(name)));
    if (below != null) {
      filter.and("id < ?", below);
    }
    return views(filter, limit);
  }

  private List<BatchView> views(Filter filter, int limit) {
    String sql = VIEWS.formatted(BatchEnds.FIRST_FAILURE, filter.where(), limit, BatchEnds.CAME);
    return jdbc.query(sql, BatchReads::view, filter.values());
  }

  private static BatchView view(ResultSet row) throws SQLException {
    BatchState state = BatchState.valueOf(row.getString("state"));
    boolean open = state == BatchState.RUNNING;
    BatchCounts counts = open ? live(row) : kept(row);
    UUID id = Columns.uuid(row, "id");
    int jobs = row.getInt("jobs");
    return new BatchView(
        id,
        row.getString("name"),
        state,
        row.getBoolean("ordered"),
        row.getBoolean("run_anyway"),
        jobs,
        counts,
        open ? (double) counts.ended() / jobs : 1,
        row.getObject("failure", Long.class),
        continuation(row),
        Columns.instant(row, "submitted_at"),
        row.getString("submitted_name"),
        Columns.instant(row, open ? "live_began" : "began_at"),
        Columns.instant(row, "ended_at"),
        "/jobs?batch=" + id);
  }

  private static BatchCounts live(ResultSet row) throws SQLException {
    return new BatchCounts(
        row.getInt("waiting"),
        row.getInt("running"),
        row.getInt("live_succeeded"),
        row.getInt("live_failed"),
        row.getInt("live_cancelled"));
  }

  private static BatchCounts kept(ResultSet row) throws SQLException {
    return new BatchCounts(
        0, 0, row.getInt("succeeded"), row.getInt("failed"), row.getInt("cancelled"));
  }

  private static JobLink continuation(ResultSet row) throws SQLException {
    Long id = row.getObject("continuation", Long.class);
    String state = row.getString("next_state");
    return id == null
        ? null
        : new JobLink(
            id, row.getString("next_kind"), state == null ? null : JobState.valueOf(state));
  }
}
