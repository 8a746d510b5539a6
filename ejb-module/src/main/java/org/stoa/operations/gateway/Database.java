package org.stoa.operations.gateway;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Asks the database for its version and for a moment of its time. */
public class Database implements Look {

  private static final String QUESTION =
      "SELECT current_setting('server_version'), pg_is_in_recovery()";

  @Resource(lookup = "jdbc/stoa")
  private DataSource source;

  @Override
  public Map<String, String> atIt() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(QUESTION)) {
      answer.next();
      if (answer.getBoolean(2)) {
        throw new IllegalStateException("the database takes no writes");
      }
      return Map.of("version", answer.getString(1));
    }
  }
}
