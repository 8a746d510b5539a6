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

  /** Whether no measured job waits or runs. */
  public boolean allDone() throws SQLException {
    return number("SELECT count(*) FROM (SELECT FROM work_job WHERE queue = 'bench' LIMIT 1) one")
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
