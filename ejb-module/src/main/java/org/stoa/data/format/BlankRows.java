package org.stoa.data.format;

import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss.Kind;

/**
 * Counts the blank rows at the end of a dataset that SAS XPORT of version 5 cannot tell from the
 * blanks that fill up its last record.
 */
final class BlankRows {

  private final int columns;
  private final boolean onlyTexts;
  private final int rowLength;
  private long rows;
  private long blankAtEnd;

  BlankRows(List<XportColumn> columns) {
    this.columns = columns.size();
    this.onlyTexts = columns.stream().allMatch(c -> c.kept().type() == ColumnType.TEXT);
    this.rowLength = columns.stream().mapToInt(c -> c.kept().length()).sum();
  }

  /** Takes the next row. */
  void look(RowCursor cursor) {
    if (onlyTexts) {
      rows++;
      blankAtEnd = isBlank(cursor) ? blankAtEnd + 1 : 0;
    }
  }

  private boolean isBlank(RowCursor cursor) {
    for (int i = 0; i < columns; i++) {
      if (!cursor.isMissing(i) && !cursor.text(i).chars().allMatch(c -> c == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** Tells how many would be gone. */
  void tell(Losses losses) {
    long end = XportHeaderReader.padded(rows * rowLength);
    long lost = 0;
    while (lost < blankAtEnd && end - (rows - lost - 1) * rowLength < XportHeader.RECORD) {
      lost++;
    }
    if (lost > 0) {
      losses.rows(Kind.VALUE, lost, "Rows at the end that are blank cannot be told from padding.");
    }
  }
}
