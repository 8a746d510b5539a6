package org.stoa.data.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.stoa.shared.Problem;

/** Lends connections to DuckDB, each locked down before its first statement. Thread-safe. */
public class Analytics {

  private final DataSource source;
  private final AnalyticsLimits limits;
  private final Lock locking = new ReentrantLock();

  /**
   * Over a pool of connections, which may share an instance of DuckDB or not.
   *
   * @param limits what is locked
   */
  public Analytics(DataSource source, AnalyticsLimits limits) {
    this.source = source;
    this.limits = limits;
    prepareDirectories();
  }

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does it. The connection is taken back afterwards. */
    T on(Connection connection) throws SQLException, IOException;
  }

  /**
   * Does something with a connection.
   *
   * @throws AnalyticsProblem when it takes too much
   */
  public <T> T call(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      lockDown(connection);
      return work.on(connection);
    } catch (SQLException e) {
      throw AnalyticsProblem.of(e, limits).<RuntimeException>map(p -> p).orElseGet(() -> failed(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After how many seconds a query is stopped. */
  public int querySeconds() {
    return limits.querySeconds();
  }

  private static RuntimeException failed(SQLException cause) {
    return cause.getCause() instanceof Problem problem
        ? problem
        : new IllegalStateException("Analytics failed: " + cause.getMessage(), cause);
  }

  private void prepareDirectories() {
    try {
      for (Path directory : limits.directories()) {
        Files.createDirectories(directory);
      }
      Files.createDirectories(limits.temporary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lockDown(Connection connection) throws SQLException {
    locking.lock();
    try (Statement statement = connection.createStatement()) {
      if (!isLocked(statement)) {
        for (String setting : settings()) {
          statement.execute(setting);
        }
      }
    } finally {
      locking.unlock();
    }
  }

  private static boolean isLocked(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery("SELECT current_setting('lock_configuration')")) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** The last one makes that nothing of it can be taken back. */
  private List<String> settings() {
    String directories =
        limits.directories().stream()
            .map(directory -> quoted(directory + "/"))
            .collect(Collectors.joining(", ", "[", "]"));
    return List.of(
        "SET memory_limit = " + quoted(limits.memory()),
        "SET threads = " + limits.threads(),
        "SET temp_directory = " + quoted(limits.temporary().toString()),
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET allow_community_extensions = false",
        "SET allowed_directories = " + directories,
        "SET enable_external_access = false",
        "SET lock_configuration = true");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
