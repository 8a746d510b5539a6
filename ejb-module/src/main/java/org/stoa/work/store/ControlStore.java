package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.work.ControlScope;
import org.stoa.work.LimitWork;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.Controls;

/** Keeps what people decided about queues, kinds and organisations. */
public class ControlStore {

  private static final String ALL = "SELECT * FROM work_control";

  private static final String ONE = "SELECT * FROM work_control WHERE scope = ? AND name = ?";

  private static final String SHARES = "SELECT org_id, weight FROM work_share";

  private static final String SAVE =
      """
      INSERT INTO work_control AS control
        (scope, name, paused_at, paused_by, pause_reason, running, starts_per_second, weight,
          reserved, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ? + 1)
      ON CONFLICT (scope, name) DO UPDATE SET paused_at = excluded.paused_at,
        paused_by = excluded.paused_by, pause_reason = excluded.pause_reason,
        running = excluded.running,
        starts_per_second = excluded.starts_per_second, weight = excluded.weight,
        reserved = excluded.reserved, version = excluded.version
      WHERE control.version + 1 = excluded.version
      """;

  private final Jdbc jdbc;

  private record Share(UUID organisation, int weight) {}

  /** Over the application's database. */
  @Inject
  public ControlStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** All that was decided. */
  public Controls read() {
    Map<UUID, Integer> weights =
        jdbc
            .query(SHARES, row -> new Share(Columns.uuid(row, "org_id"), row.getInt("weight")))
            .stream()
            .collect(Collectors.toMap(Share::organisation, Share::weight));
    return Controls.of(jdbc.query(ALL, ControlStore::control), weights);
  }

  /** What was decided about a queue or a kind. */
  public Control find(ControlScope scope, String name) {
    Optional<Control> found = jdbc.first(ONE, ControlStore::control, scope.name(), name);
    return found.orElseGet(() -> Control.none(scope, name));
  }

  /**
   * Keeps a decision.
   *
   * @return false when somebody decided meanwhile, so that the version is an older one
   */
  public boolean save(Control control) {
    return jdbc.updated(
        SAVE,
        control.scope().name(),
        control.name(),
        control.pausedAt(),
        control.pausedBy(),
        control.pauseReason(),
        control.limits().running(),
        control.limits().startsPerSecond(),
        control.limits().weight(),
        control.limits().reserved(),
        control.version());
  }

  private static Control control(ResultSet row) throws SQLException {
    return new Control(
        ControlScope.valueOf(row.getString("scope")),
        row.getString("name"),
        Columns.instant(row, "paused_at"),
        row.getString("paused_by"),
        row.getString("pause_reason"),
        new LimitWork(
            row.getObject("running", Integer.class),
            row.getObject("starts_per_second", Integer.class),
            row.getObject("weight", Integer.class),
            row.getObject("reserved", Integer.class)),
        row.getLong("version"));
  }
}
