package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.work.JobState;
import org.stoa.work.domain.Hold;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.domain.Waiting;

/** Looks up what keeps a job waiting. */
public class WhyReads {

  private static final String JOB =
      """
      SELECT job.*, node.name AS node_name FROM work_job job
      LEFT JOIN work_node node ON node.id = job.lease_owner
      WHERE job.org_id = ? AND job.id = ?
      """;

  private static final String OPEN_PREDECESSORS =
      """
      SELECT waits_for FROM work_dependency
      WHERE job_id = ? AND outcome IS NULL ORDER BY waits_for LIMIT 100
      """;

  private static final String SLOT_HOLDERS =
      """
      SELECT id FROM work_job
      WHERE org_id = ? AND kind = ? AND limit_key = ? AND slot IS NOT NULL
      ORDER BY id LIMIT 100
      """;

  private static final String LIVE_NODES =
      """
      SELECT count(*) AS nodes FROM work_node
      WHERE lease_until > clock_timestamp() AND draining_at IS NULL
      """;

  /** Those of its organisation on its queue that are before it; counts no further than is told. */
  private static final String AHEAD =
      """
      SELECT count(*) AS ahead FROM (
        SELECT FROM work_job
        WHERE queue = ? AND org_id = ? AND state = 'QUEUED' AND hold IS NULL
          AND (priority > ? OR priority = ? AND id < ?)
        LIMIT ?) before
      """;

  private static final String ENDED_LATELY =
      """
      SELECT count(*) AS ended FROM work_archive
      WHERE finished_at > ? AND finished_at <= ? AND queue = ? AND org_id = ?
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public WhyReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** An unfinished job of the organisation. */
  public Optional<Waiting> unfinished(UUID organisation, long id) {
    return jdbc.first(JOB, WhyReads::waiting, organisation, id);
  }

  /** The jobs for which it waits, at most a hundred. */
  public List<Long> openPredecessors(long id) {
    return jdbc.query(OPEN_PREDECESSORS, row -> row.getLong("waits_for"), id);
  }

  /** The jobs that have the slots of its limit key, at most a hundred. */
  public List<Long> slotHolders(Waiting job) {
    return jdbc.query(
        SLOT_HOLDERS,
        row -> row.getLong("id"),
        job.job().lane().organisation(),
        job.job().lane().kind(),
        job.limitKey());
  }

  /** How many servers begin jobs. */
  public int liveNodes() {
    return jdbc.first(LIVE_NODES, row -> row.getInt("nodes")).orElseThrow();
  }

  /**
   * How many ready jobs of its organisation are before it on its queue.
   *
   * @param most counts no further
   */
  public int ahead(ReadyJob job, int most) {
    return jdbc.first(
            AHEAD,
            row -> row.getInt("ahead"),
            job.lane().queue(),
            job.lane().organisation(),
            job.lane().priority(),
            job.lane().priority(),
            job.id(),
            most)
        .orElseThrow();
  }

  /** How many jobs of its organisation on its queue ended within this time. */
  public int endedWithin(ReadyJob job, Duration time, Instant now) {
    return jdbc.first(
            ENDED_LATELY,
            row -> row.getInt("ended"),
            now.minus(time),
            now,
            job.lane().queue(),
            job.lane().organisation())
        .orElseThrow();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    String hold = row.getString("hold");
    return new Waiting(
        new ReadyJob(Rows.lane(row), row.getLong("id")),
        JobState.valueOf(row.getString("state")),
        hold == null ? null : Hold.valueOf(hold),
        row.getString("limit_key"),
        Columns.instant(row, "due_at"),
        row.getInt("failures"),
        Columns.instant(row, "started_at"),
        row.getString("node_name"));
  }
}
