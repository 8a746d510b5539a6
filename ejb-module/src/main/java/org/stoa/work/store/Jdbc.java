package org.stoa.work.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs one statement at a time on a data source. In a container's transaction the statements join
 * it; without one, each commits by itself.
 */
public class Jdbc {

  private final DataSource source;

  /** Over a data source. */
  public Jdbc(DataSource source) {
    this.source = source;
  }

  /** Makes an object of the current row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new WorkStoreException(e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  int update(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new WorkStoreException(e);
    }
  }

  boolean updated(String sql, Object... values) {
    return update(sql, values) == 1;
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        Columns.bind(connection, statement, i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
