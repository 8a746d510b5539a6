package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.JsonText;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.domain.StoredSchedule.Progress;

/** The schedules. Who locks one decides alone about its times until the transaction ends. */
public class ScheduleRows {

  private static final String COLUMNS =
      """
      SELECT id, org_id, definition, of_system, next_at, last_at, runs, paused_at, paused_by, created_at,
        created_by, version
      FROM work_schedule
      """;

  private static final String INSERT =
      """
      INSERT INTO work_schedule (id, org_id, name, kind, definition, of_system, next_at, fire_at,
        created_at, created_by)
      VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
      ON CONFLICT (org_id, lower(name)) DO NOTHING
      """;

  private static final String NAME_TAKEN =
      "SELECT id FROM work_schedule WHERE org_id = ? AND lower(name) = lower(?) AND id <> ?";

  private static final String WRITE =
      """
      UPDATE work_schedule SET name = ?, kind = ?, definition = ?::jsonb, of_system = ?,
        next_at = ?, fire_at = ?, paused_at = ?, paused_by = ?, version = version + 1
      WHERE org_id = ? AND id = ?
      """;

  private static final String ADVANCE =
      "UPDATE work_schedule SET next_at = ?, fire_at = ?, last_at = ?, runs = ? WHERE id = ?";

  private static final String DUE =
      COLUMNS
          + """
          WHERE paused_at IS NULL AND fire_at <= ? AND kind = ANY (?) AND NOT id::text = ANY (?::text[])
          ORDER BY fire_at LIMIT ? FOR NO KEY UPDATE SKIP LOCKED
          """;

  private static final String HOLDING =
      COLUMNS
          + """
          WHERE paused_at IS NULL AND kind = ANY (?) AND NOT id::text = ANY (?::text[])
            AND id IN (SELECT schedule_id FROM work_firing WHERE outcome = 'HELD')
          LIMIT ? FOR NO KEY UPDATE SKIP LOCKED
          """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public ScheduleRows(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a schedule. False when the organisation has one of this name. */
  public boolean add(StoredSchedule schedule, Instant fireAt) {
    return jdbc.updated(
        INSERT,
        schedule.id(),
        schedule.organisation(),
        schedule.definition().name(),
        schedule.definition().kind(),
        JsonText.of(schedule.definition()),
        schedule.ofSystem(),
        schedule.progress().next(),
        fireAt,
        schedule.createdAt(),
        schedule.createdBy());
  }

  /** Whether another schedule of the organisation has the name. */
  public boolean isNameTaken(StoredSchedule by) {
    return jdbc.first(
            NAME_TAKEN,
            row -> Columns.uuid(row, "id"),
            by.organisation(),
            by.definition().name(),
            by.id())
        .isPresent();
  }

  /** Writes what a person changed, under the next version. */
  public void write(StoredSchedule schedule, Instant fireAt) {
    jdbc.update(
        WRITE,
        schedule.definition().name(),
        schedule.definition().kind(),
        JsonText.of(schedule.definition()),
        schedule.ofSystem(),
        schedule.progress().next(),
        fireAt,
        schedule.pausedAt(),
        schedule.pausedBy(),
        schedule.organisation(),
        schedule.id());
  }

  /** Writes how far a locked schedule is. */
  public void advance(UUID id, Progress progress, Instant fireAt) {
    jdbc.update(ADVANCE, progress.next(), fireAt, progress.last(), progress.runs(), id);
  }

  /** Removes a schedule of the organisation and its history. */
  public void remove(UUID organisation, UUID id) {
    jdbc.update("DELETE FROM work_schedule WHERE org_id = ? AND id = ?", organisation, id);
  }

  /** A schedule of the organisation. */
  public Optional<StoredSchedule> find(UUID organisation, UUID id) {
    return jdbc.first(
        COLUMNS + "WHERE org_id = ? AND id = ?", ScheduleRows::schedule, organisation, id);
  }

  /** As {@link #find}; nobody else deals with it until the transaction ends. */
  public Optional<StoredSchedule> lock(UUID organisation, UUID id) {
    return jdbc.first(
        COLUMNS + "WHERE org_id = ? AND id = ? FOR NO KEY UPDATE",
        ScheduleRows::schedule,
        organisation,
        id);
  }

  /** The newest schedules of the organisation, or those before one. */
  public List<StoredSchedule> list(UUID organisation, Optional<UUID> before, int limit) {
    Filter filter = new Filter().and("org_id = ?", organisation);
    before.ifPresent(id -> filter.and("id < ?", id));
    return jdbc.query(
        COLUMNS + filter.where() + " ORDER BY id DESC LIMIT " + limit,
        ScheduleRows::schedule,
        filter.values());
  }

  /**
   * Locks schedules of which a time is due, and that nobody else has locked.
   *
   * @param kinds only those whose jobs can be submitted here
   * @param except none of these
   */
  public List<StoredSchedule> lockDue(
      Instant now, Collection<String> kinds, Collection<UUID> except, int limit) {
    return jdbc.query(DUE, ScheduleRows::schedule, now, kinds, Columns.texts(except), limit);
  }

  /** Locks schedules that hold a run back; see {@link #lockDue}. */
  public List<StoredSchedule> lockHolding(
      Collection<String> kinds, Collection<UUID> except, int limit) {
    return jdbc.query(HOLDING, ScheduleRows::schedule, kinds, Columns.texts(except), limit);
  }

  private static StoredSchedule schedule(ResultSet row) throws SQLException {
    return new StoredSchedule(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "org_id"),
        JsonText.read(row.getString("definition"), ScheduleDefinition.class),
        row.getBoolean("of_system"),
        new Progress(
            Columns.instant(row, "next_at"), Columns.instant(row, "last_at"), row.getInt("runs")),
        Columns.instant(row, "paused_at"),
        row.getString("paused_by"),
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        row.getLong("version"));
  }
}
