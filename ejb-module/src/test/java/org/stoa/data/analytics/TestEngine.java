package org.stoa.data.analytics;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** DuckDB in memory over a directory, locked down as in production. */
public final class TestEngine {

  private TestEngine() {}

  /** Sees the directory alone. */
  public static Analytics over(Path directory) {
    return over(directory, 30);
  }

  /** Sees the directory alone, and stops queries after so many seconds. */
  public static Analytics over(Path directory, int querySeconds) {
    return new Analytics(
        new InMemory(),
        new AnalyticsLimits(
            List.of(directory), directory.resolve("temporary"), "512MB", 2, querySeconds));
  }

  /** Each connection is an engine of its own. */
  private static final class InMemory implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection("jdbc:duckdb:");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
