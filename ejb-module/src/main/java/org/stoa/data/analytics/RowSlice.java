package org.stoa.data.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.SasMissing;

/** Some rows of a version in memory, column by column. It is filled again and again. */
final class RowSlice {

  private static final int MOST_CELLS = 800_000;
  private static final int MOST_ROWS = 61_440;
  private static final int ENOUGH_CHARACTERS = 4 << 20;

  private final ColumnType[] types;
  private final boolean[] tellsReasons;
  private final long[][] numbers;
  private final String[][] texts;
  private final boolean[][] missing;
  private final char[][] reasons;
  private final int capacity;
  private int size;

  RowSlice(List<ColumnSpec> columns, long rows) {
    int count = columns.size();
    capacity = (int) Math.max(1, Math.min(rows, Math.min(MOST_ROWS, MOST_CELLS / count)));
    types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    tellsReasons = new boolean[count];
    numbers = new long[count][];
    texts = new String[count][];
    missing = new boolean[count][capacity];
    reasons = new char[count][];
    for (int i = 0; i < count; i++) {
      tellsReasons[i] = columns.get(i).reasons();
      reasons[i] = tellsReasons[i] ? new char[capacity] : null;
      if (types[i] == ColumnType.TEXT) {
        texts[i] = new String[capacity];
      } else {
        numbers[i] = new long[capacity];
      }
    }
  }

  /** How many rows fit. */
  int capacity() {
    return capacity;
  }

  /** How many rows are there. */
  int size() {
    return size;
  }

  /**
   * Takes rows in place of those that were there, until there are no more or it is full. Long texts
   * make it full early.
   */
  void fill(ResultSet result) throws SQLException {
    size = 0;
    long characters = 0;
    while (size < capacity && characters < ENOUGH_CHARACTERS && result.next()) {
      int from = 1;
      for (int i = 0; i < types.length; i++) {
        characters += take(result, from, i);
        from += tellsReasons[i] ? 2 : 1;
      }
      size++;
    }
  }

  private int take(ResultSet result, int from, int column) throws SQLException {
    if (tellsReasons[column]) {
      String reason = result.getString(from + 1);
      reasons[column][size] = reason == null ? SasMissing.PLAIN.code() : reason.charAt(0);
    }
    if (types[column] == ColumnType.TEXT) {
      String text = result.getString(from);
      texts[column][size] = text;
      missing[column][size] = text == null;
      return text == null ? 0 : text.length();
    }
    numbers[column][size] =
        types[column] == ColumnType.DECIMAL
            ? Double.doubleToRawLongBits(result.getDouble(from))
            : result.getLong(from);
    missing[column][size] = result.wasNull();
    return 0;
  }

  boolean isMissing(int row, int column) {
    return missing[column][row];
  }

  char reason(int row, int column) {
    return tellsReasons[column] ? reasons[column][row] : SasMissing.PLAIN.code();
  }

  String text(int row, int column) {
    return texts[column][row];
  }

  long number(int row, int column) {
    return numbers[column][row];
  }
}
