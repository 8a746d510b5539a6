package org.stoa.data.analytics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;

/**
 * Walks over the rows of a version in the order of the file, a slice at a time. No connection is
 * held between slices, so that a slow receiver keeps nobody from the engine.
 */
public final class VersionRows implements RowCursor {

  private static final DSLContext SQL = DSL.using(SQLDialect.DUCKDB);

  private final Analytics analytics;
  private final Table<?> numbered;
  private final List<ColumnSpec> columns;
  private final long rows;
  private final RowSlice slice;
  private long before;
  private int at = -1;

  /**
   * Before the first row.
   *
   * @param columns those to be walked over, in any order
   * @param rows how many there are in the file
   */
  public VersionRows(Analytics analytics, Path parquet, List<ColumnSpec> columns, long rows) {
    this(analytics, VersionTable.numbered(parquet), columns, rows);
  }

  /**
   * Before the first row of something like a version.
   *
   * @param numbered has the columns, and {@link VersionTable#ROW}
   */
  VersionRows(Analytics analytics, Table<?> numbered, List<ColumnSpec> columns, long rows) {
    this.analytics = analytics;
    this.numbered = numbered;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.slice = new RowSlice(columns, rows);
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    at++;
    if (at < slice.size()) {
      return true;
    }
    before += slice.size();
    at = 0;
    if (before >= rows) {
      return false;
    }
    analytics.call(this::fill);
    if (slice.size() == 0) {
      throw new IllegalStateException(
          "Only " + before + " of " + rows + " rows are in " + numbered);
    }
    return true;
  }

  private Void fill(Connection connection) throws SQLException {
    try (Statement statement = RowBuffer.engine(connection).createStatement()) {
      statement.setQueryTimeout(analytics.querySeconds());
      try (ResultSet result = statement.executeQuery(select())) {
        slice.fill(result);
      }
    }
    return null;
  }

  private String select() {
    List<SelectField<?>> selected = new ArrayList<>();
    for (ColumnSpec column : columns) {
      selected.add(asNumberOrText(column));
      if (column.reasons()) {
        selected.add(DSL.field(DSL.quotedName(VersionTable.reasonsOf(column.name()))));
      }
    }
    return SQL.renderInlined(
        DSL.select(selected)
            .from(numbered)
            .where(VersionTable.ROW.ge(before).and(VersionTable.ROW.lt(before + slice.capacity())))
            .orderBy(VersionTable.ROW));
  }

  private static Field<?> asNumberOrText(ColumnSpec column) {
    Field<Object> field = DSL.field(DSL.quotedName(column.name()));
    return switch (column.type()) {
      case TEXT, INTEGER, DECIMAL -> field;
      case BOOLEAN -> DSL.cast(field, SQLDataType.BIGINT);
      case DATE -> DSL.field("({0} - DATE '1970-01-01')", field);
      case DATETIME, TIME -> DSL.field("epoch_us({0})", field);
    };
  }

  @Override
  public long row() {
    return before + at + 1;
  }

  @Override
  public boolean isMissing(int column) {
    return slice.isMissing(at, column);
  }

  @Override
  public SasMissing missing(int column) {
    return new SasMissing(slice.reason(at, column));
  }

  @Override
  public String text(int column) {
    return slice.text(at, column);
  }

  @Override
  public long integer(int column) {
    return slice.number(at, column);
  }

  @Override
  public double decimal(int column) {
    return columns.get(column).type() == ColumnType.INTEGER
        ? slice.number(at, column)
        : Double.longBitsToDouble(slice.number(at, column));
  }

  @Override
  public boolean bool(int column) {
    return slice.number(at, column) != 0;
  }

  @Override
  public int epochDay(int column) {
    return (int) slice.number(at, column);
  }

  @Override
  public long epochMicro(int column) {
    return slice.number(at, column);
  }

  @Override
  public long microOfDay(int column) {
    return slice.number(at, column);
  }

  /** Nothing is open between slices. */
  @Override
  public void close() {}
}
