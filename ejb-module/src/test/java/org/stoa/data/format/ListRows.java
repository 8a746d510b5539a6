package org.stoa.data.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Rows that a test made, as a cursor: a String, Long, Double, Boolean, LocalDate, LocalDateTime or
 * LocalTime for each column, a {@link SasMissing} for what is missing for a reason, null for what
 * is just missing.
 */
public final class ListRows implements RowCursor {

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final List<ColumnSpec> columns;
  private final List<List<Object>> rows;
  private int next;

  /** Before the first row. */
  public ListRows(List<ColumnSpec> columns, List<List<Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    next++;
    return next <= rows.size();
  }

  @Override
  public long row() {
    return next;
  }

  private Object cell(int column) {
    return rows.get(next - 1).get(column);
  }

  @Override
  public boolean isMissing(int column) {
    return cell(column) == null || cell(column) instanceof SasMissing;
  }

  @Override
  public SasMissing missing(int column) {
    return cell(column) instanceof SasMissing reason ? reason : SasMissing.PLAIN;
  }

  @Override
  public String text(int column) {
    return (String) cell(column);
  }

  @Override
  public long integer(int column) {
    return (Long) cell(column);
  }

  @Override
  public double decimal(int column) {
    return (Double) cell(column);
  }

  @Override
  public boolean bool(int column) {
    return (Boolean) cell(column);
  }

  @Override
  public int epochDay(int column) {
    return (int) ((LocalDate) cell(column)).toEpochDay();
  }

  @Override
  public long epochMicro(int column) {
    return ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) cell(column));
  }

  @Override
  public long microOfDay(int column) {
    return ((LocalTime) cell(column)).toNanoOfDay() / 1_000L;
  }

  @Override
  public void close() {
    next = 0;
  }
}
