package org.stoa.data.analytics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.query.SqlTypes;

/** A temporary table of the engine that takes rows from Java. It is gone when it is closed. */
final class RowBuffer implements AutoCloseable {

  static final String TABLE = "stoa_rows";

  private static final int PROGRESS_EVERY = 10_000;

  private final Connection connection;
  private final ColumnType[] types;
  private final boolean[] reasons;

  private RowBuffer(Connection connection, List<ColumnSpec> columns) {
    this.connection = connection;
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.reasons = new boolean[types.length];
    for (int i = 0; i < reasons.length; i++) {
      reasons[i] = columns.get(i).reasons();
    }
  }

  /**
   * An empty table with columns {@code c0}, {@code c1} … of these types, each followed by {@code
   * m0}, {@code m1} … if it tells why values are missing.
   */
  static RowBuffer open(Connection connection, List<ColumnSpec> columns) throws SQLException {
    StringBuilder create = new StringBuilder("CREATE OR REPLACE TEMP TABLE " + TABLE + " (");
    for (int i = 0; i < columns.size(); i++) {
      create.append(i == 0 ? "" : ", ").append('c').append(i).append(' ');
      create.append(sqlType(columns.get(i).type()));
      create.append(columns.get(i).reasons() ? ", m" + i + " VARCHAR" : "");
    }
    execute(connection, create.append(')').toString());
    return new RowBuffer(connection, columns);
  }

  static String sqlType(ColumnType type) {
    return SqlTypes.of(type).getTypeName();
  }

  void takeAll(RowCursor rows, LongConsumer progress) throws SQLException {
    try (DuckDBAppender appender = engine(connection).createAppender("temp", "main", TABLE)) {
      while (rows.next()) {
        appender.beginRow();
        for (int i = 0; i < types.length; i++) {
          take(appender, rows, i);
          if (reasons[i]) {
            takeReason(appender, rows, i);
          }
        }
        appender.endRow();
        if (rows.row() % PROGRESS_EVERY == 0) {
          progress.accept(rows.row());
        }
      }
    }
  }

  /** A connection of the server's pool cannot be unwrapped to a class, but leads to its engine. */
  static DuckDBConnection engine(Connection connection) throws SQLException {
    return (DuckDBConnection) connection.getMetaData().getConnection();
  }

  private void take(DuckDBAppender appender, RowCursor rows, int column) throws SQLException {
    if (rows.isMissing(column)) {
      appender.appendNull();
      return;
    }
    switch (types[column]) {
      case TEXT -> appender.append(rows.text(column));
      case INTEGER -> appender.append(rows.integer(column));
      case DECIMAL -> appender.append(rows.decimal(column));
      case BOOLEAN -> appender.append(rows.bool(column));
      case DATE -> appender.appendEpochDays(rows.epochDay(column));
      case DATETIME -> appender.appendEpochMicros(rows.epochMicro(column));
      case TIME -> appender.appendDayMicros(rows.microOfDay(column));
    }
  }

  private static void takeReason(DuckDBAppender appender, RowCursor rows, int column)
      throws SQLException {
    if (!rows.isMissing(column) || rows.missing(column).equals(SasMissing.PLAIN)) {
      appender.appendNull();
    } else {
      appender.append(String.valueOf(rows.missing(column).code()));
    }
  }

  @Override
  public void close() throws SQLException {
    execute(connection, "DROP TABLE " + TABLE);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
