package org.stoa.bench.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table of effects, and what the benchmark reads of the engine's tables. */
@ApplicationScoped
public class BenchTables {

  @Resource(lookup = "jdbc/stoa")
  private DataSource application;

  @Resource(lookup = "jdbc/stoaOwner")
  private DataSource owner;

  /** Makes the table of effects anew, and brings the engine's tables into their resting state. */
  public void prepare() throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bench_effect");
      statement.execute("CREATE TABLE bench_effect (job_id bigint NOT NULL)");
      statement.execute("GRANT INSERT, SELECT ON bench_effect TO PUBLIC");
      statement.execute("VACUUM (ANALYZE) work_job");
      statement.execute("VACUUM (ANALYZE) work_archive");
    }
  }

  /**
   * Fills the history of an organisation and a queue with jobs, and tells the books. Every other of
   * those that wait is not due; the others are ready, but nobody here does their kind.
   *
   * @param archived so many jobs that succeeded, in the last eight weeks
   * @param waiting so many jobs that wait
   */
  public void fill(int archived, int waiting) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE work_archive DISABLE TRIGGER work_note_ends");
      statement.execute(
          "SELECT work_make_week('work_archive', now() - week * interval '1 week')"
              + " FROM generate_series(1, 8) week");
      statement.execute(
          """
          INSERT INTO work_archive (id, org_id, kind, queue, priority, state, due_at, payload,
            attempt, failures, losses, max_attempts, submitted_at, submitted_by, submitted_name,
            started_at, finished_at, node)
          SELECT -number, org.id, 'bench.kind' || number %% 7, 'past', 0,
            CASE WHEN number %% 100 = 0 THEN 'FAILED' ELSE 'SUCCEEDED' END,
            told.at, '{"number": 1}', 1, 0, 0, 3, told.at, org.id, 'bench@example.org', told.at,
            told.at + interval '1 second', 'past'
          FROM generate_series(1, %1$d) number
            CROSS JOIN (SELECT id FROM identity_organisation ORDER BY id LIMIT 1) org
            CROSS JOIN LATERAL (
              SELECT now() - number * interval '8 weeks' / %1$d AS at) told
          """
              .formatted(archived));
      statement.execute("ALTER TABLE work_archive ENABLE TRIGGER work_note_ends");
      statement.execute(
          """
          INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, payload,
            max_attempts, submitted_at, submitted_by, submitted_name)
          SELECT org.id, CASE WHEN number %% 2 = 0 THEN 'bench.nothing' ELSE 'bench.elsewhere' END,
            'bench-waiting', 0, 'QUEUED', CASE WHEN number %% 2 = 0 THEN 'DUE' END,
            now() + (1 - number %% 2) * interval '1 day', '{"number": 1}', 3, now(), org.id,
            'bench@example.org'
          FROM generate_series(1, %d) number
            CROSS JOIN (SELECT id FROM identity_organisation ORDER BY id LIMIT 1) org
          """
              .formatted(waiting));
      statement.execute(
          "INSERT INTO work_ledger (submitted, succeeded, failed) VALUES (%d, %d, %d)"
              .formatted(archived + waiting, archived - archived / 100, archived / 100));
      statement.execute("VACUUM (ANALYZE) work_archive");
      statement.execute("VACUUM (ANALYZE) work_job");
    }
  }

  /** The effect of a transactional job; joins the transaction of the call. */
  void insertEffect(long job) {
    try (Connection connection = application.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO bench_effect VALUES (?)")) {
      insert.setLong(1, job);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many effects were committed. */
  public long effects() throws SQLException {
    return number("SELECT count(*) FROM bench_effect");
  }

  /** The newest job there ever was. */
  public long newest() throws SQLException {
    return number("SELECT last_value FROM work_job_id_seq");
  }

  /**
   * Whether no measured job waits or runs.
   *
   * @param after only jobs that are newer than this one, so that the question does not have to pass
   *     whatever an old transaction keeps
   */
  public boolean allDone(long after) throws SQLException {
    return number(
            "SELECT count(*) FROM work_job WHERE id > %d AND queue = 'bench'".formatted(after))
        == 0;
  }

  /** How many measured jobs succeeded so far. */
  public long succeeded() throws SQLException {
    return number(
        "SELECT count(*) FROM work_archive WHERE queue = 'bench' AND state = 'SUCCEEDED'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
