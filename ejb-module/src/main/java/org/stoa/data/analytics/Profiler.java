package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnType;
import org.stoa.data.query.Column;

/** Computes what the values of each column of a Parquet file look like. */
public class Profiler {

  private static final int EXAMPLES = 5;
  private static final int SAMPLE_ROWS = 10_000;
  private static final int LONGEST_TEXT = 200;

  /** Exact counts of different values take memory: so many values at once, at most. */
  private static final long VALUES_AT_ONCE = 20_000_000;

  private static final int COLUMNS_AT_ONCE = 200;
  private static final int FIELDS = 5;

  private final Analytics analytics;

  /** Over the engine. */
  @Inject
  public Profiler(Analytics analytics) {
    this.analytics = analytics;
  }

  /**
   * Profiles the columns.
   *
   * @param rows how many rows the file has
   * @return a profile for each column; texts are cut after 200 characters
   */
  public List<ColumnProfile> profile(Path parquet, List<Column> columns, long rows) {
    int atOnce = (int) Math.max(1, Math.min(COLUMNS_AT_ONCE, VALUES_AT_ONCE / Math.max(1, rows)));
    List<ColumnProfile> profiles = new ArrayList<>(columns.size());
    for (int from = 0; from < columns.size(); from += atOnce) {
      List<Column> some = columns.subList(from, Math.min(columns.size(), from + atOnce));
      profiles.addAll(analytics.call(connection -> profile(connection, parquet, some, rows)));
    }
    return profiles;
  }

  private static List<ColumnProfile> profile(
      Connection connection, Path parquet, List<Column> columns, long rows) throws SQLException {
    Table<?> table = VersionTable.of(parquet);
    List<SelectField<?>> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.addAll(fields(table, column));
    }
    String select = DSL.using(SQLDialect.DUCKDB).renderInlined(DSL.select(fields).from(table));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      result.next();
      List<ColumnProfile> profiles = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        profiles.add(profile(result, i * FIELDS, rows));
      }
      return profiles;
    }
  }

  private static List<SelectField<?>> fields(Table<?> table, Column column) {
    Field<?> field = column.field();
    Field<?> shown =
        column.type() == ColumnType.TEXT
            ? DSL.left(field.coerce(String.class), LONGEST_TEXT)
            : field;
    Field<?> examples =
        DSL.field(
            "(SELECT list(x) FROM (SELECT DISTINCT x FROM (SELECT {0} AS x FROM {1} LIMIT {2})"
                + " WHERE x IS NOT NULL ORDER BY x LIMIT {3}))",
            Object.class, shown, table, DSL.inline(SAMPLE_ROWS), DSL.inline(EXAMPLES));
    return List.of(
        DSL.count(field), DSL.countDistinct(field), DSL.min(shown), DSL.max(shown), examples);
  }

  private static ColumnProfile profile(ResultSet result, int before, long rows)
      throws SQLException {
    java.sql.Array examples = result.getArray(before + 5);
    Object[] values = examples == null ? new Object[0] : (Object[]) examples.getArray();
    return new ColumnProfile(
        rows - result.getLong(before + 1),
        result.getLong(before + 2),
        JsonValues.of(result.getObject(before + 3)),
        JsonValues.of(result.getObject(before + 4)),
        Arrays.stream(values).filter(Objects::nonNull).map(JsonValues::of).toList());
  }
}
