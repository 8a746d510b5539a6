package org.stoa.data.format;

import org.stoa.data.ColumnType;

/** Watches the values of a column and narrows down what type all of them have. */
final class ColumnInference {

  private int possible = ValueShape.ALL;
  private long values;
  private long missing;
  private long emptyTexts;
  private int longest;

  /** Takes the next field. */
  void accept(byte[] bytes, int start, int end, boolean quoted) {
    int length = end - start;
    if (length == 0) {
      countEmpty(quoted);
      return;
    }
    values++;
    if (length > longest) {
      longest = length;
    }
    if (possible != 0) {
      possible = ValueShape.of(bytes, start, end, possible);
    }
  }

  private void countEmpty(boolean quoted) {
    if (quoted) {
      emptyTexts++;
    } else {
      missing++;
    }
  }

  /** The column as it is known after the last row. */
  CsvColumn column(String name) {
    return new CsvColumn(new ColumnSpec(name, "", type(), longest, ""), missing, emptyTexts);
  }

  private ColumnType type() {
    if (values == 0 || possible == 0) {
      return ColumnType.TEXT;
    }
    if ((possible & ValueShape.INTEGER) != 0) {
      return ColumnType.INTEGER;
    }
    if ((possible & ValueShape.DECIMAL) != 0) {
      return ColumnType.DECIMAL;
    }
    if ((possible & ValueShape.DATE) != 0) {
      return ColumnType.DATE;
    }
    return (possible & ValueShape.DATETIME) != 0 ? ColumnType.DATETIME : ColumnType.BOOLEAN;
  }
}
