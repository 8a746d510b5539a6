package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.work.ScheduleAlert;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.SilenceReason;
import org.stoa.work.domain.ExpectedRun;

/** Runs that stay silent. */
public class ScheduleAlerts {

  private static final String NOT_FIRED =
      """
      WITH added AS (
        INSERT INTO work_schedule_alert (schedule_id, instant, org_id, reason, noticed_at)
        SELECT id, next_at, org_id, 'NOT_FIRED', ?::timestamptz FROM work_schedule
        WHERE paused_at IS NULL AND fire_at < ? AND NOT EXISTS (
          SELECT FROM work_schedule_alert WHERE schedule_id = id AND instant = next_at)
        ORDER BY fire_at LIMIT ?
        ON CONFLICT (schedule_id, instant) DO NOTHING
        RETURNING *)
      SELECT added.*, name FROM added JOIN work_schedule ON id = schedule_id
      """;

  private static final String LOCK_EXPECTED =
      """
      SELECT schedule_id, firing.org_id, name, instant, job_id, alert_at
      FROM work_firing firing JOIN work_schedule ON id = schedule_id
      WHERE alert_at <= ? ORDER BY alert_at LIMIT ? FOR UPDATE OF firing SKIP LOCKED
      """;

  private static final String EXPECT_NO_LONGER =
      "UPDATE work_firing SET alert_at = NULL WHERE schedule_id = ? AND instant = ?";

  private static final String INSERT =
      """
      INSERT INTO work_schedule_alert (schedule_id, instant, org_id, reason, noticed_at)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (schedule_id, instant) DO NOTHING
      """;

  private static final String NEWEST =
      """
      SELECT newest.* FROM unnest(?::text[]::uuid[]) wanted (id), LATERAL (
        SELECT schedule_id, instant, reason, noticed_at FROM work_schedule_alert
        WHERE org_id = ? AND schedule_id = wanted.id ORDER BY instant DESC LIMIT 1) newest
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public ScheduleAlerts(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records the next time of each schedule that should have been dealt with before an instant.
   *
   * @return those that were not recorded before
   */
  public List<ScheduleSilent> recordNotFired(Instant before, Instant now, int limit) {
    return jdbc.query(NOT_FIRED, ScheduleAlerts::silent, now, before, limit);
  }

  /** Locks runs of which it is time to know how they ended. */
  public List<ExpectedRun> lockExpected(Instant now, int limit) {
    return jdbc.query(LOCK_EXPECTED, ScheduleAlerts::expected, now, limit);
  }

  /** It is known how the run ended, or told that it did not. */
  public void expectNoLonger(ExpectedRun run) {
    jdbc.update(EXPECT_NO_LONGER, run.schedule(), run.instant());
  }

  /** Records a run that stays silent. False when it was recorded before. */
  public boolean add(ScheduleSilent silent) {
    return jdbc.updated(
        INSERT,
        silent.schedule(),
        silent.alert().instant(),
        silent.organisation(),
        silent.alert().reason().name(),
        silent.alert().noticedAt());
  }

  /** The newest run that stayed silent of each of these schedules of the organisation. */
  public Map<UUID, ScheduleAlert> newest(UUID organisation, Collection<UUID> schedules) {
    return jdbc
        .query(
            NEWEST,
            row -> Map.entry(Columns.uuid(row, "schedule_id"), alert(row)),
            Columns.texts(schedules),
            organisation)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ScheduleSilent silent(ResultSet row) throws SQLException {
    return new ScheduleSilent(
        Columns.uuid(row, "org_id"),
        Columns.uuid(row, "schedule_id"),
        row.getString("name"),
        alert(row));
  }

  private static ScheduleAlert alert(ResultSet row) throws SQLException {
    return new ScheduleAlert(
        Columns.instant(row, "instant"),
        SilenceReason.valueOf(row.getString("reason")),
        Columns.instant(row, "noticed_at"));
  }

  private static ExpectedRun expected(ResultSet row) throws SQLException {
    return new ExpectedRun(
        Columns.uuid(row, "schedule_id"),
        Columns.uuid(row, "org_id"),
        row.getString("name"),
        Columns.instant(row, "instant"),
        row.getObject("job_id", Long.class),
        Columns.instant(row, "alert_at"));
  }
}
