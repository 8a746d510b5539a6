package org.stoa.data.format;

import java.io.Closeable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Walks over the rows of a table in a file, first to last, in constant memory. Columns are counted
 * from 0. Each typed method is for columns of its type and for values that are not missing;
 * anything else is a mistake of the caller ({@link IllegalStateException} where it is noticed).
 *
 * <p>A failing disk shows as {@link java.io.UncheckedIOException}.
 */
public interface RowCursor extends Closeable {

  /** The columns in the order of the file. */
  List<ColumnSpec> columns();

  /** Steps to the next row; false when there is none. */
  boolean next();

  /** The number of the current row, the first is 1. */
  long row();

  /** Whether the current row has no value in the column. */
  boolean isMissing(int column);

  /** Why a value is missing; plain when nothing tells. Only for values that are missing. */
  default SasMissing missing(int column) {
    return SasMissing.PLAIN;
  }

  /** The value of a TEXT column. */
  String text(int column);

  /** The value of an INTEGER column. */
  long integer(int column);

  /** The value of a DECIMAL column. */
  double decimal(int column);

  /** The value of a BOOLEAN column. */
  boolean bool(int column);

  /** The value of a DATE column in days since 1970-01-01. */
  int epochDay(int column);

  /** The value of a DATETIME column in microseconds since 1970-01-01T00:00. */
  long epochMicro(int column);

  /** The value of a TIME column in microseconds since midnight. */
  long microOfDay(int column);

  /**
   * The value of a column of any type, as String, Long, Double, Boolean, LocalDate, LocalDateTime
   * or LocalTime; null when it is missing.
   */
  default Object value(int column) {
    if (isMissing(column)) {
      return null;
    }
    return switch (columns().get(column).type()) {
      case TEXT -> text(column);
      case INTEGER -> integer(column);
      case DECIMAL -> decimal(column);
      case BOOLEAN -> bool(column);
      case DATE -> LocalDate.ofEpochDay(epochDay(column));
      case DATETIME -> dateTime(epochMicro(column));
      case TIME -> LocalTime.ofNanoOfDay(microOfDay(column) * 1_000L);
    };
  }

  private static LocalDateTime dateTime(long epochMicro) {
    long seconds = Math.floorDiv(epochMicro, 1_000_000L);
    int nanos = (int) Math.floorMod(epochMicro, 1_000_000L) * 1_000;
    return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
  }
}
