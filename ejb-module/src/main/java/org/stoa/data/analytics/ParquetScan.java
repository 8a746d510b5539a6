package org.stoa.data.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.analytics.ParquetColumn.Facts;
import org.stoa.data.format.HeaderNames;
import org.stoa.data.format.NoRowsProblem;

/** Learns what a Parquet file has, and reads all of it once. */
final class ParquetScan {

  /** The longest text in bytes. */
  static final long LONGEST_TEXT = 1 << 20;

  private static final int COLUMNS_AT_ONCE = 200;

  private final Analytics analytics;
  private final Path file;
  private final String label;
  private final Table<?> table;

  ParquetScan(Analytics analytics, Path file, String label) {
    this.analytics = analytics;
    this.file = file;
    this.label = label;
    this.table = rowsOf(file);
  }

  /** The rows of the file; its path says nothing about them. */
  static Table<?> rowsOf(Path file) {
    return DSL.table("read_parquet({0}, hive_partitioning = false)", DSL.inline(file.toString()));
  }

  /** The same with {@link VersionTable#ROW}. */
  static Table<?> numberedRowsOf(Path file) {
    return DSL.table(
        "read_parquet({0}, hive_partitioning = false, file_row_number = true)",
        DSL.inline(file.toString()));
  }

  ParquetFile scan() throws IOException {
    requireNames(analytics.call(connection -> ParquetNames.read(connection, file)));
    List<ParquetColumn> columns = ParquetReasons.join(analytics.call(this::described));
    List<Facts> facts = facts(columns);
    if (facts.isEmpty() || facts.get(0).rows() == 0) {
      throw new NoRowsProblem(label, "The file");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (facts.get(i).unfit() > 0) {
        ParquetColumn other = columns.get(i).as(columns.get(i).type().otherwise().orElseThrow());
        columns.set(i, other);
        facts.set(i, facts(List.of(other)).get(0));
      }
      requireTexts(columns.get(i), facts.get(i));
    }
    return new ParquetFile(analytics, file, columns, facts);
  }

  private void requireNames(List<String> names) throws IOException {
    HeaderNames header = new HeaderNames(label);
    for (String name : names) {
      header.add(name, () -> null);
    }
  }

  private List<ParquetColumn> described(Connection connection) throws SQLException {
    String describe = "DESCRIBE " + render(DSL.selectFrom(table));
    List<ParquetColumn> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(describe)) {
      while (result.next()) {
        columns.add(
            new ParquetColumn(result.getString(1), ParquetType.of(result.getString(2)), false));
      }
    }
    return columns;
  }

  private List<Facts> facts(List<ParquetColumn> columns) {
    List<Facts> facts = new ArrayList<>();
    for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
      int to = Math.min(columns.size(), from + COLUMNS_AT_ONCE);
      List<ParquetColumn> some = columns.subList(from, to);
      facts.addAll(analytics.call(connection -> facts(connection, some)));
    }
    return facts;
  }

  private List<Facts> facts(Connection connection, List<ParquetColumn> columns)
      throws SQLException {
    List<Field<?>> questions = new ArrayList<>();
    questions.add(DSL.count());
    columns.forEach(column -> questions.addAll(column.questions()));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(render(DSL.select(questions).from(table)))) {
      result.next();
      List<Facts> facts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        facts.add(facts(result, 3 + i * ParquetColumn.QUESTIONS));
      }
      return facts;
    }
  }

  /** The first question of a column is there only to decode its values. */
  private static Facts facts(ResultSet result, int at) throws SQLException {
    return new Facts(
        result.getLong(1),
        result.getLong(at),
        result.getLong(at + 1),
        result.getLong(at + 2),
        result.getLong(at + 3),
        result.getLong(at + 4));
  }

  private void requireTexts(ParquetColumn column, Facts facts) {
    if (facts.nuls() > 0) {
      throw ParquetTextProblem.nul(label, column.name(), facts.nuls());
    }
    if (facts.longest() > LONGEST_TEXT) {
      throw ParquetTextProblem.length(label, column.name(), facts.longest(), LONGEST_TEXT);
    }
    if (facts.noReasons() > 0) {
      throw ParquetTextProblem.reason(
          label, VersionTable.reasonsOf(column.name()), facts.noReasons());
    }
  }

  private static String render(QueryPart query) {
    return DSL.using(SQLDialect.DUCKDB).renderInlined(query);
  }
}
