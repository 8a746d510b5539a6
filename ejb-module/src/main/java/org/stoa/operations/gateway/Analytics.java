package org.stoa.operations.gateway;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Lets the analytics engine compute something small. */
public class Analytics implements Look {

  @Resource(lookup = "jdbc/stoaAnalytics")
  private DataSource source;

  @Override
  public Map<String, String> atIt() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT sum(range), version() FROM range(10)")) {
      answer.next();
      if (answer.getLong(1) != 45) {
        throw new IllegalStateException("the engine computes wrongly");
      }
      return Map.of("version", answer.getString(2));
    }
  }
}
