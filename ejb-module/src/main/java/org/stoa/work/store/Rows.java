package org.stoa.work.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Hold;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.LimitKey;
import org.stoa.work.domain.ReadyJob;

/** Reads where a job waits. */
final class Rows {

  /** The columns from which {@link #freed} reads. */
  static final String FREED =
      "job.id, job.queue, job.org_id, job.priority, job.kind, job.hold, job.limit_key";

  private Rows() {}

  static Lane lane(ResultSet row) throws SQLException {
    return new Lane(
        row.getString("queue"),
        Columns.uuid(row, "org_id"),
        row.getInt("priority"),
        row.getString("kind"));
  }

  static Freed freed(ResultSet row) throws SQLException {
    String hold = row.getString("hold");
    String key = row.getString("limit_key");
    Lane lane = lane(row);
    return new Freed(
        new ReadyJob(lane, row.getLong("id")),
        hold == null ? null : Hold.valueOf(hold),
        key == null ? null : new LimitKey(lane.organisation(), lane.kind(), key));
  }

  /** The columns from which {@link #ended} reads. */
  static final String ENDED = "id, org_id, kind, limit_key, batch_id";

  static EndedJob ended(ResultSet row) throws SQLException {
    String key = row.getString("limit_key");
    return new EndedJob(
        row.getLong("id"),
        key == null ? null : new LimitKey(Columns.uuid(row, "org_id"), row.getString("kind"), key),
        Columns.uuid(row, "batch_id"));
  }
}
