package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.work.FiringOutcome;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.SilenceReason;
import org.stoa.work.SkipReason;
import org.stoa.work.domain.Firing;
import org.stoa.work.domain.StoredSchedule;

/** What became of the times of schedules. */
public class Firings {

  private static final String INSERT =
      """
      INSERT INTO work_firing (schedule_id, org_id, instant, fired_at, outcome, reason, detail,
        late, job_id, asked_by, open, alert_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (schedule_id, instant) DO NOTHING
      """;

  private static final String NEWEST_OF_MILLISECOND =
      """
      SELECT instant FROM work_firing
      WHERE schedule_id = ? AND instant >= ? AND instant < ?::timestamptz + interval '1 millisecond'
      ORDER BY instant DESC LIMIT 1
      """;

  private static final String OPEN_JOBS =
      "SELECT job_id FROM work_firing WHERE schedule_id = ? AND open ORDER BY instant";

  private static final String CLOSE =
      "UPDATE work_firing SET open = false WHERE schedule_id = ? AND job_id = ANY (?) AND open";

  private static final String HELD =
      """
      SELECT firing.*, NULL silence FROM work_firing firing
      WHERE schedule_id = ? AND outcome = 'HELD' ORDER BY instant
      """;

  private static final String RELEASE =
      """
      UPDATE work_firing SET outcome = 'SUBMITTED', job_id = ?, open = true
      WHERE schedule_id = ? AND instant = ? AND outcome = 'HELD'
      """;

  private static final String GIVE_UP =
      """
      UPDATE work_firing SET outcome = 'SKIPPED', reason = ?, detail = ?, alert_at = NULL
      WHERE schedule_id = ? AND instant = ? AND outcome = 'HELD'
      """;

  private static final String HISTORY =
      """
      SELECT firing.*, alert.reason silence
      FROM work_firing firing
      LEFT JOIN work_schedule_alert alert USING (schedule_id, instant)
      """;

  private static final String LAST =
      """
      SELECT last.* FROM unnest(?::text[]::uuid[]) wanted (id), LATERAL (
        %s WHERE firing.org_id = ? AND schedule_id = wanted.id
        ORDER BY instant DESC LIMIT 1) last
      """
          .formatted(HISTORY);

  private static final String FORGET =
      """
      DELETE FROM work_firing WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM work_firing WHERE fired_at < ? AND NOT open AND outcome <> 'HELD'
        LIMIT ?))
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Firings(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what became of a time. False when that time was dealt with before. */
  public boolean add(StoredSchedule schedule, Firing firing) {
    return jdbc.updated(
        INSERT,
        schedule.id(),
        schedule.organisation(),
        firing.instant(),
        firing.firedAt(),
        firing.outcome().name(),
        firing.reason() == null ? null : firing.reason().name(),
        firing.detail(),
        firing.late(),
        firing.job(),
        firing.by(),
        firing.job() != null,
        firing.alertAt());
  }

  /** A time of the millisecond at which nothing of the schedule was dealt with yet. */
  public Instant freeTime(UUID schedule, Instant millisecond) {
    return jdbc.first(
            NEWEST_OF_MILLISECOND,
            row -> Columns.instant(row, "instant"),
            schedule,
            millisecond,
            millisecond)
        .orElse(millisecond)
        .plus(1, ChronoUnit.MICROS);
  }

  /** Jobs of the schedule of which it is not known that they have ended, the oldest first. */
  public List<Long> openJobs(UUID schedule) {
    return jdbc.query(OPEN_JOBS, row -> row.getLong("job_id"), schedule);
  }

  /** Notes that these jobs have ended. */
  public void close(UUID schedule, Collection<Long> jobs) {
    jdbc.update(CLOSE, schedule, jobs);
  }

  /** The runs of the schedule that wait for an earlier one, the oldest first. */
  public List<ScheduleFiring> held(UUID schedule) {
    return jdbc.query(HELD, Firings::firing, schedule);
  }

  /** A run that waited has its job now. */
  public void release(UUID schedule, Instant instant, long job) {
    jdbc.update(RELEASE, job, schedule, instant);
  }

  /** A run that waited will have no job. */
  public void giveUp(UUID schedule, Instant instant, SkipReason reason, String detail) {
    jdbc.update(GIVE_UP, reason.name(), detail, schedule, instant);
  }

  /** What became of the times of a schedule of the organisation, the newest first. */
  public List<ScheduleFiring> history(
      UUID organisation, UUID schedule, Optional<Instant> before, int limit) {
    Filter filter =
        new Filter().and("firing.org_id = ?", organisation).and("schedule_id = ?", schedule);
    before.ifPresent(instant -> filter.and("instant < ?", instant));
    return jdbc.query(
        HISTORY + filter.where() + " ORDER BY instant DESC LIMIT " + limit,
        Firings::firing,
        filter.values());
  }

  /** What became of the last time of each of these schedules of the organisation. */
  public Map<UUID, ScheduleFiring> last(UUID organisation, Collection<UUID> schedules) {
    return jdbc
        .query(
            LAST,
            row -> Map.entry(Columns.uuid(row, "schedule_id"), firing(row)),
            Columns.texts(schedules),
            organisation)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Forgets what is older; tells how many, at most the limit. */
  public int forgetBefore(Instant oldest, int limit) {
    return jdbc.update(FORGET, oldest, limit);
  }

  private static ScheduleFiring firing(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    String silence = row.getString("silence");
    return new ScheduleFiring(
        Columns.instant(row, "instant"),
        Columns.instant(row, "fired_at"),
        FiringOutcome.valueOf(row.getString("outcome")),
        reason == null ? null : SkipReason.valueOf(reason),
        row.getString("detail"),
        row.getBoolean("late"),
        row.getObject("job_id", Long.class),
        null,
        row.getString("asked_by"),
        silence == null ? null : SilenceReason.valueOf(silence));
  }
}
