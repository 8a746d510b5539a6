package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.stoa.work.WeightView;

/** How much of the work organisations may have, and what they have of it. */
public class Weights {

  private static final String COUNTS =
      """
      SELECT coalesce(counted.org_id, share.org_id) AS org_id, coalesce(weight, 1) AS weight,
        coalesce(waiting, 0) AS waiting, coalesce(running, 0) AS running,
        coalesce(version, 0) AS version
      FROM (
        SELECT org_id, count(*) FILTER (WHERE state = 'QUEUED') AS waiting,
          count(*) FILTER (WHERE state = 'RUNNING') AS running
        FROM work_job %1$s GROUP BY org_id) counted
      FULL JOIN (SELECT * FROM work_share %1$s) share ON share.org_id = counted.org_id
      ORDER BY 1
      """;

  private static final String SAVE =
      """
      INSERT INTO work_share AS share (org_id, weight, version) VALUES (?, ?, ? + 1)
      ON CONFLICT (org_id) DO UPDATE SET weight = excluded.weight, version = excluded.version
      WHERE share.version + 1 = excluded.version
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Weights(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** All organisations that have jobs to do, or a weight of their own. */
  public List<WeightView> all() {
    return jdbc.query(COUNTS.formatted(""), Weights::view);
  }

  /** One, whether it has jobs or not. */
  public WeightView one(UUID organisation) {
    String sql = COUNTS.formatted("WHERE org_id = ?");
    return jdbc.first(sql, Weights::view, organisation, organisation)
        .orElseGet(() -> new WeightView(organisation, 1, 0, 0, 0));
  }

  /**
   * Keeps a weight.
   *
   * @return false when somebody decided meanwhile, so that the version is an older one
   */
  public boolean save(UUID organisation, int weight, long version) {
    return jdbc.updated(SAVE, organisation, weight, version);
  }

  private static WeightView view(ResultSet row) throws SQLException {
    return new WeightView(
        Columns.uuid(row, "org_id"),
        row.getInt("weight"),
        row.getLong("waiting"),
        row.getLong("running"),
        row.getLong("version"));
  }
}
