package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.LineEnding;
import org.stoa.data.format.RowCursor;

/** Writes the rows of a file as Parquet, in their order. */
public class ParquetWriter {

  private static final DSLContext SQL = DSL.using(SQLDialect.DUCKDB);
  private static final long USUAL_LINE = 2 << 20;
  private static final long LONGEST_LINE = 64 << 20;

  private final Analytics analytics;

  /** Over the engine. */
  @Inject
  public ParquetWriter(Analytics analytics) {
    this.analytics = analytics;
  }

  /**
   * Whether {@link #writeCsv} can read the file. It cannot when records end in different ways, when
   * a missing number is written as two quotes, when values do not fit, and when lines are extremely
   * long.
   */
  public static boolean canWriteCsv(CsvProfile profile) {
    return profile.lineEnding() != LineEnding.MIXED
        && longestLine(profile) <= LONGEST_LINE
        && profile.columns().stream()
            .allMatch(c -> c.misfits() + c.emptyTexts() == 0 || c.spec().type() == ColumnType.TEXT);
  }

  /** Each quote may be doubled, and each field has two quotes and a delimiter. */
  private static long longestLine(CsvProfile profile) {
    return profile.specs().stream().mapToLong(column -> 2L * column.length() + 3).sum();
  }

  /**
   * Writes the rows of a CSV file that was scanned, by the engine's own reader, which takes no part
   * in finding out types and uses all processors.
   *
   * @return how many rows were written
   */
  public long writeCsv(Path csv, CsvProfile profile, Path parquet) {
    return analytics.call(connection -> copy(connection, csvRows(csv, profile), parquet));
  }

  /**
   * Writes the rows of a Parquet file that was scanned.
   *
   * @return how many rows were written
   */
  public long writeParquet(ParquetFile file, Path parquet) {
    return analytics.call(connection -> copy(connection, file.asVersion(), parquet));
  }

  /**
   * Writes the rows that a cursor walks over.
   *
   * @param progress is told now and then how many rows were taken; what it throws ends the writing
   * @return how many rows were written
   */
  public long write(RowCursor rows, Path parquet, LongConsumer progress) {
    return analytics.call(connection -> write(connection, rows, parquet, progress));
  }

  private static long write(
      Connection connection, RowCursor rows, Path parquet, LongConsumer progress)
      throws SQLException {
    try (RowBuffer buffer = RowBuffer.open(connection, rows.columns())) {
      buffer.takeAll(rows, progress);
      return copy(connection, named(DSL.table(DSL.name(RowBuffer.TABLE)), rows.columns()), parquet);
    }
  }

  private static long copy(Connection connection, Select<?> rows, Path parquet)
      throws SQLException {
    String copy =
        "COPY ("
            + SQL.renderInlined(rows)
            + ") TO "
            + literal(parquet.toString())
            + " (FORMAT parquet, COMPRESSION zstd)";
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(copy);
    }
  }

  /** The columns {@code c0}, {@code c1} … and those of reasons under their real names. */
  private static Select<?> named(Table<?> table, List<ColumnSpec> columns) {
    List<SelectField<?>> fields = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Field<?> field = DSL.field(DSL.name("c" + i));
      String name = columns.get(i).name();
      fields.add(field.as(DSL.quotedName(name)));
      if (columns.get(i).reasons()) {
        Field<?> reason = DSL.field(DSL.name("m" + i));
        fields.add(reason.as(DSL.quotedName(VersionTable.reasonsOf(name))));
      }
    }
    return DSL.select(fields).from(table);
  }

  private static Select<?> csvRows(Path csv, CsvProfile profile) {
    StringBuilder columns = new StringBuilder("{");
    List<ColumnSpec> specs = profile.specs();
    for (int i = 0; i < specs.size(); i++) {
      columns.append(i == 0 ? "" : ", ").append("'c").append(i).append("': '");
      columns.append(RowBuffer.sqlType(specs.get(i).type())).append('\'');
    }
    columns.append('}');
    String reader =
        "read_csv({0}, auto_detect = false, header = {4}, delim = {1}, quote = {5},"
            + " escape = {5}, new_line = {2}, nullstr = '', allow_quoted_nulls = false,"
            + " max_line_size = "
            + Math.max(USUAL_LINE, longestLine(profile))
            + ", columns = {3})";
    return named(
        DSL.table(
            reader,
            DSL.inline(csv.toString()),
            DSL.inline(String.valueOf(profile.delimiter())),
            DSL.inline(lineEnding(profile)),
            DSL.raw(columns.toString()),
            DSL.inline(profile.header()),
            DSL.inline(profile.quote() == 0 ? "" : String.valueOf(profile.quote()))),
        specs);
  }

  private static String lineEnding(CsvProfile profile) {
    return switch (profile.lineEnding()) {
      case CRLF -> "\\r\\n";
      case CR -> "\\r";
      default -> "\\n";
    };
  }

  private static String literal(String text) {
    return SQL.renderInlined(DSL.inline(text));
  }
}
