package org.stoa.system.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tables of the application as its own role. */
record Records(Map<String, String> environment) {

  /** One row of a query. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> read(String query, Reading<T> reading, Object... values) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reading.of(result));
        }
      }
      return rows;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        environment.get("STOA_DATABASE_URL"),
        environment.get("STOA_DATABASE_USER"),
        environment.get("STOA_DATABASE_PASSWORD"));
  }
}
