package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.stoa.work.JobLink;
import org.stoa.work.JobState;

/** Reads which job waits for which, with the state of each. */
public class LinkReads {

  private static final int MOST = 100;

  /** One statement, hence one snapshot: a job that moves meanwhile is seen exactly once. */
  private static final String LINKS =
      """
      SELECT link.other, job.kind, job.state
      FROM (
        SELECT %1$s AS other, org_id FROM work_dependency
        WHERE org_id = ? AND %2$s = ? ORDER BY %1$s LIMIT ?) link
      LEFT JOIN LATERAL (
        SELECT kind, state FROM work_job WHERE id = link.other AND org_id = link.org_id
        UNION ALL
        SELECT kind, state FROM work_archive WHERE id = link.other AND org_id = link.org_id
        LIMIT 1) job ON TRUE
      ORDER BY link.other
      """;

  private static final String BEFORE = LINKS.formatted("waits_for", "job_id");
  private static final String AFTER = LINKS.formatted("job_id", "waits_for");

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public LinkReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The jobs that have to end before it begins, by id, at most a hundred. */
  public List<JobLink> before(UUID organisation, long id) {
    return jdbc.query(BEFORE, LinkReads::link, organisation, id, MOST);
  }

  /** The jobs that wait for it, by id, at most a hundred. */
  public List<JobLink> after(UUID organisation, long id) {
    return jdbc.query(AFTER, LinkReads::link, organisation, id, MOST);
  }

  private static JobLink link(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new JobLink(
        row.getLong("other"),
        row.getString("kind"),
        state == null ? null : JobState.valueOf(state));
  }
}
