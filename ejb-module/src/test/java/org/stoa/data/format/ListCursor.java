package org.stoa.data.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Walks over rows that a test made: what {@link RowCursor#value} gives, {@link SasMissing} for what
 * is missing for a reason.
 */
public final class ListCursor implements RowCursor {

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final List<ColumnSpec> columns;
  private final List<? extends List<?>> rows;
  private int row;

  /** Begins before the first row. */
  public ListCursor(List<ColumnSpec> columns, List<? extends List<?>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  private Object at(int column) {
    return rows.get(row - 1).get(column);
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (row == rows.size()) {
      return false;
    }
    row++;
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public boolean isMissing(int column) {
    return at(column) == null || at(column) instanceof SasMissing;
  }

  @Override
  public SasMissing missing(int column) {
    return at(column) instanceof SasMissing reason ? reason : SasMissing.PLAIN;
  }

  @Override
  public String text(int column) {
    return (String) at(column);
  }

  @Override
  public long integer(int column) {
    return (Long) at(column);
  }

  @Override
  public double decimal(int column) {
    return (Double) at(column);
  }

  @Override
  public boolean bool(int column) {
    return (Boolean) at(column);
  }

  @Override
  public int epochDay(int column) {
    return (int) ((LocalDate) at(column)).toEpochDay();
  }

  @Override
  public long epochMicro(int column) {
    return ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) at(column));
  }

  @Override
  public long microOfDay(int column) {
    return ((LocalTime) at(column)).toNanoOfDay() / 1_000L;
  }

  @Override
  public void close() {}
}
