package org.stoa.work.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * When handlers really ran, as they say themselves. An interval without an end was cut off when its
 * process was killed.
 */
final class Intervals {

  static final String TABLE =
      """
      CREATE TABLE chaos_interval (
        id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        process bigint      NOT NULL,
        name    text        NOT NULL,
        began   timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended   timestamptz
      );
      GRANT SELECT, INSERT, UPDATE ON chaos_interval TO PUBLIC
      """;

  private final DataSource source;

  Intervals(DataSource source) {
    this.source = source;
  }

  /** Does something that is limited: waits. */
  void sleep(String name, int millis) throws InterruptedException {
    long interval = begin(name);
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } finally {
      end(interval);
    }
  }

  private long begin(String name) {
    String sql = "INSERT INTO chaos_interval (process, name) VALUES (?, ?) RETURNING id";
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, ProcessHandle.current().pid());
      insert.setString(2, name);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end(long interval) {
    String sql = "UPDATE chaos_interval SET ended = clock_timestamp() WHERE id = ?";
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, interval);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
