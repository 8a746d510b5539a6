package org.stoa.data.analytics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how a Parquet file itself calls its columns. The engine gives other names to columns whose
 * names differ only in case.
 */
final class ParquetNames {

  private record Element(String name, int children) {}

  private final List<Element> elements;
  private int at;

  private ParquetNames(List<Element> elements) {
    this.elements = elements;
  }

  static List<String> read(Connection connection, Path file) throws SQLException {
    List<Element> elements = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, num_children FROM parquet_schema(?)")) {
      statement.setString(1, file.toString());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          elements.add(new Element(result.getString(1), result.getInt(2)));
        }
      }
    }
    return new ParquetNames(elements).ofColumns();
  }

  /** The first element is the table; each is followed by those that lie in it. */
  private List<String> ofColumns() {
    List<String> names = new ArrayList<>();
    at = 1;
    while (at < elements.size()) {
      names.add(elements.get(at).name());
      skip();
    }
    return names;
  }

  private void skip() {
    int left = 1;
    while (left > 0 && at < elements.size()) {
      left += elements.get(at).children() - 1;
      at++;
    }
  }
}
