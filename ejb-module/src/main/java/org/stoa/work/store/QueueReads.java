package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.stoa.work.ControlScope;
import org.stoa.work.QueueView;

/** Counts what waits and runs, by queue or by kind, together with what people decided. */
public class QueueReads {

  private static final String COUNTS =
      """
      SELECT coalesce(counted.name, control.name) AS name, coalesce(ready, 0) AS ready,
        coalesce(held, 0) AS held, coalesce(counted.running, 0) AS running, oldest, paused_at,
        paused_by, pause_reason, control.running AS running_limit, starts_per_second, weight,
        reserved, coalesce(version, 0) AS version
      FROM (
        SELECT %1$s AS name, count(*) FILTER (WHERE state = 'QUEUED' AND hold IS NULL) AS ready,
          count(*) FILTER (WHERE hold IS NOT NULL) AS held,
          count(*) FILTER (WHERE state = 'RUNNING') AS running,
          min(greatest(submitted_at, due_at)) FILTER (WHERE state = 'QUEUED' AND hold IS NULL)
            AS oldest
        FROM work_job %2$s GROUP BY %1$s) counted
      FULL JOIN (SELECT * FROM work_control WHERE scope = ? %3$s) control
        ON control.name = counted.name
      ORDER BY name
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public QueueReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** All of which a job waits or runs, or about which something was decided, by name. */
  public List<QueueView> all(ControlScope scope) {
    return jdbc.query(COUNTS.formatted(column(scope), "", ""), QueueReads::view, scope.name());
  }

  /** One, whether anybody has used it or not. */
  public QueueView one(ControlScope scope, String name) {
    String column = column(scope);
    String sql = COUNTS.formatted(column, "WHERE " + column + " = ?", "AND name = ?");
    return jdbc.first(sql, QueueReads::view, name, scope.name(), name)
        .orElseGet(
            () -> new QueueView(name, 0, 0, 0, null, null, null, null, null, null, null, null, 0));
  }

  private static String column(ControlScope scope) {
    return scope == ControlScope.QUEUE ? "queue" : "kind";
  }

  private static QueueView view(ResultSet row) throws SQLException {
    return new QueueView(
        row.getString("name"),
        row.getLong("ready"),
        row.getLong("held"),
        row.getLong("running"),
        Columns.instant(row, "oldest"),
        Columns.instant(row, "paused_at"),
        row.getString("paused_by"),
        row.getString("pause_reason"),
        row.getObject("running_limit", Integer.class),
        row.getObject("starts_per_second", Integer.class),
        row.getObject("weight", Integer.class),
        row.getObject("reserved", Integer.class),
        row.getLong("version"));
  }
}
