package org.stoa.bench.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A transaction that somebody began and forgot: idle, with a snapshot and an id of its own, so that
 * no row that anybody deletes meanwhile can be cleared away.
 */
@ApplicationScoped
public class OldTransaction {

  @Resource(lookup = "jdbc/stoaOwner")
  private DataSource owner;

  private Connection held;

  /** Begins it, on a connection that is not given back. */
  public void begin() throws SQLException {
    held = owner.getConnection();
    held.setAutoCommit(false);
    held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = held.createStatement()) {
      statement.execute("SELECT pg_current_xact_id(), (SELECT count(*) FROM work_node)");
    }
  }

  /** Ends it. */
  public void end() throws SQLException {
    held.rollback();
    held.close();
  }
}
