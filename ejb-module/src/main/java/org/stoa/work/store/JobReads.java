package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.JsonText;
import org.stoa.work.JobAttempt;
import org.stoa.work.JobLogLine;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.domain.OwnedView;

/** Shows jobs, unfinished and finished ones alike. */
public class JobReads {

  static final String UNFINISHED =
      """
      SELECT id, org_id, kind, queue, state, attempt, max_attempts, submitted_at, started_at,
        NULL::timestamptz finished_at, submitted_name, cancel_at, due_at, progress_done,
        progress_total, progress_text, NULL::jsonb result, last_error error, batch_id
      FROM work_job
      """;

  static final String FINISHED =
      """
      SELECT id, org_id, kind, queue, state, attempt, max_attempts, submitted_at, started_at,
        finished_at, submitted_name, cancel_at, due_at, progress_done, progress_total,
        progress_text, result, error, batch_id
      FROM work_archive
      """;

  /** One statement, hence one snapshot: a job that moves meanwhile is seen exactly once. */
  private static final String BY_IDS =
      UNFINISHED + "WHERE id = ANY (?) UNION ALL " + FINISHED + "WHERE id = ANY (?)";

  private static final String ORGANISATIONS =
      """
      SELECT DISTINCT org_id FROM (
        SELECT org_id FROM work_job WHERE id = ANY (?)
        UNION ALL SELECT org_id FROM work_archive WHERE id = ANY (?)) job
      """;

  private static final String LOG =
      "SELECT number, attempt, at, text FROM work_log WHERE org_id = ? AND job_id = ? ORDER BY number";

  private static final String PAYLOAD =
      """
      SELECT payload FROM work_job WHERE org_id = ? AND id = ?
      UNION ALL SELECT payload FROM work_archive WHERE org_id = ? AND id = ?
      """;

  private static final String ATTEMPTS =
      """
      SELECT attempt, node, outcome, started_at, finished_at, error
      FROM work_attempt WHERE org_id = ? AND job_id = ? ORDER BY attempt
      """;

  private final Jdbc jdbc;
  private final JobLists lists;

  /** Over the application's database. */
  @Inject
  public JobReads(Jdbc jdbc) {
    this.jdbc = jdbc;
    this.lists = new JobLists(jdbc);
  }

  /** A job of the organisation. */
  public Optional<JobView> find(UUID organisation, long id) {
    return views(List.of(id)).stream()
        .filter(found -> found.organisation().equals(organisation))
        .map(OwnedView::view)
        .findFirst();
  }

  /** Jobs of any organisation, as they are now. */
  public List<OwnedView> views(Collection<Long> ids) {
    return jdbc.query(
        BY_IDS, row -> new OwnedView(Columns.uuid(row, "org_id"), view(row)), ids, ids);
  }

  /** The organisations to which the jobs belong. */
  public List<UUID> organisations(Collection<Long> ids) {
    return jdbc.query(ORGANISATIONS, row -> Columns.uuid(row, "org_id"), ids, ids);
  }

  /**
   * The newest jobs of the organisation that fit.
   *
   * @param below only jobs with smaller ids; null for the newest of all
   * @param limit at most so many
   */
  public List<JobView> list(UUID organisation, JobQuery query, Long below, int limit) {
    return lists.list(organisation, query, below, limit);
  }

  /** The log of a job. */
  public List<JobLogLine> log(UUID organisation, long id) {
    return jdbc.query(LOG, JobReads::line, organisation, id);
  }

  /** The JSON of what a job was given. */
  public Optional<String> payload(UUID organisation, long id) {
    return jdbc.first(PAYLOAD, row -> row.getString("payload"), organisation, id, organisation, id);
  }

  /** The attempts that did not succeed. */
  public List<JobAttempt> attempts(UUID organisation, long id) {
    return jdbc.query(ATTEMPTS, JobReads::attempt, organisation, id);
  }

  private static JobLogLine line(ResultSet row) throws SQLException {
    return new JobLogLine(
        row.getLong("number"),
        row.getInt("attempt"),
        Columns.instant(row, "at"),
        row.getString("text"));
  }

  private static JobAttempt attempt(ResultSet row) throws SQLException {
    return new JobAttempt(
        row.getInt("attempt"),
        row.getString("node"),
        row.getString("outcome"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "finished_at"),
        Columns.error(row.getString("error")));
  }

  static JobView view(ResultSet row) throws SQLException {
    return new JobView(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("queue"),
        JobState.valueOf(row.getString("state")),
        Columns.progress(row),
        JsonText.tree(row.getString("result")),
        Columns.error(row.getString("error")),
        row.getInt("attempt"),
        row.getInt("max_attempts"),
        Columns.instant(row, "submitted_at"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "finished_at"),
        row.getString("submitted_name"),
        row.getObject("cancel_at") != null,
        Columns.instant(row, "due_at"),
        Columns.uuid(row, "batch_id"));
  }
}
