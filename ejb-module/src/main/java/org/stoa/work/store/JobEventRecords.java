package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.JsonText;
import org.stoa.work.JobEvent;
import org.stoa.work.JobEventsView;
import org.stoa.work.JobState;
import org.stoa.work.domain.DueEvent;

/**
 * Which organisations want the ends of their jobs told, and which ends are still to be told: the
 * database notes them with the end itself.
 */
public class JobEventRecords {

  private static final String LISTENER =
      "SELECT since, asked_name FROM work_event_listener WHERE org_id = ?";

  private static final String LISTEN =
      """
      INSERT INTO work_event_listener (org_id, since, asked_by, asked_name) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String LISTEN_NO_MORE = "DELETE FROM work_event_listener WHERE org_id = ?";

  /** No two nodes take the same; what a node took and did not tell is free again after a while. */
  private static final String TAKE =
      """
      WITH due AS (
        SELECT id FROM work_event WHERE taken_until < ? ORDER BY id LIMIT ?
        FOR UPDATE SKIP LOCKED),
      taken AS (
        UPDATE work_event SET taken_until = ? FROM due WHERE work_event.id = due.id
        RETURNING work_event.id AS number, work_event.org_id AS org, job_id)
      SELECT taken.number, job.id, job.org_id, job.kind, job.state, job.key, job.result, job.error,
        job.attempt, job.submitted_name, job.submitted_at, job.started_at, job.finished_at
      FROM taken JOIN work_archive job ON job.id = taken.job_id AND job.org_id = taken.org
      """;

  private static final String TOLD = "DELETE FROM work_event WHERE id = ANY (?)";

  private static final String FORGET =
      """
      DELETE FROM work_event event WHERE NOT EXISTS (
        SELECT FROM work_archive job WHERE job.id = event.job_id AND job.org_id = event.org_id)
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public JobEventRecords(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the organisation wants them told. */
  public JobEventsView listening(UUID organisation) {
    return jdbc.first(
            LISTENER,
            row ->
                new JobEventsView(true, Columns.instant(row, "since"), row.getString("asked_name")),
            organisation)
        .orElseGet(JobEventsView::untold);
  }

  /** From now on ends are noted; false when they were already. */
  public boolean listen(Actor by, Instant now) {
    return jdbc.updated(LISTEN, by.organisation(), now, by.id(), by.name());
  }

  /** From now on ends are not noted; false when they were not. What is noted is still told. */
  public boolean listenNoMore(UUID organisation) {
    return jdbc.updated(LISTEN_NO_MORE, organisation);
  }

  /**
   * Takes the first ends that are to be told, of all organisations, and that nobody took.
   *
   * @param limit at most so many
   * @param hold for how long nobody else takes them
   */
  public List<DueEvent> take(int limit, Duration hold, Instant now) {
    return jdbc.query(TAKE, JobEventRecords::due, now, limit, now.plus(hold)).stream()
        .sorted(Comparator.comparing(DueEvent::number))
        .toList();
  }

  /** These were told. */
  public void told(Collection<Long> numbers) {
    jdbc.update(TOLD, numbers);
  }

  /** Removes ends of jobs that are remembered no more; tells how many. */
  public int forgetUnknown() {
    return jdbc.update(FORGET);
  }

  private static DueEvent due(ResultSet row) throws SQLException {
    return new DueEvent(
        row.getLong("number"),
        new JobEvent(
            row.getLong("id"),
            Columns.uuid(row, "org_id"),
            row.getString("kind"),
            JobState.valueOf(row.getString("state")),
            row.getString("key"),
            JsonText.tree(row.getString("result")),
            Columns.error(row.getString("error")),
            row.getInt("attempt"),
            row.getString("submitted_name"),
            Columns.instant(row, "submitted_at"),
            Columns.instant(row, "started_at"),
            Columns.instant(row, "finished_at")));
  }
}
