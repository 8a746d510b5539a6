package org.stoa.data.analytics;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.stoa.data.query.Column;

/** Writes rows that a test made into a Parquet file, as a version has them. */
public final class TestTable {

  private TestTable() {}

  /**
   * Writes the file.
   *
   * @param rows for each row a text, or null, for each column
   */
  public static void write(
      Analytics analytics, Path parquet, List<Column> columns, List<List<String>> rows) {
    String types =
        columns.stream()
            .map(c -> '"' + c.name() + "\" " + c.field().getDataType().getTypeName())
            .collect(Collectors.joining(", "));
    String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
    analytics.call(
        connection -> {
          try (var create = connection.createStatement();
              var copy = connection.createStatement()) {
            create.execute("CREATE TEMP TABLE made (" + types + ")");
            try (var insert =
                connection.prepareStatement("INSERT INTO made VALUES (" + places + ")")) {
              insert(insert, rows);
            }
            return copy.execute("COPY made TO '" + parquet + "' (FORMAT parquet)");
          }
        });
  }

  private static void insert(PreparedStatement insert, List<List<String>> rows)
      throws SQLException {
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        insert.setString(i + 1, row.get(i));
      }
      insert.addBatch();
    }
    if (!rows.isEmpty()) {
      insert.executeBatch();
    }
  }
}
