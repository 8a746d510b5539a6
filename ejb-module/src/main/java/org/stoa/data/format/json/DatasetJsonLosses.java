package org.stoa.data.format.json;

import java.util.List;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.Losses;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.TableHead;

/** Counts the values that Dataset-JSON does not keep. */
final class DatasetJsonLosses {

  private final List<ColumnSpec> columns;
  private final RowCursor rows;
  private final Losses losses;

  private DatasetJsonLosses(TableHead table, RowCursor rows) {
    this.columns = table.columns();
    this.rows = rows;
    this.losses = new Losses(columns);
  }

  static List<Loss> of(TableHead table, RowCursor rows) {
    return new DatasetJsonLosses(table, rows).count();
  }

  private List<Loss> count() {
    while (rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        if (!rows.isMissing(i)) {
          look(i);
        } else if (columns.get(i).reasons() && !rows.missing(i).equals(SasMissing.PLAIN)) {
          lookAtReason(i);
        }
      }
    }
    return losses.list();
  }

  private void lookAtReason(int i) {
    losses.value(
        i,
        Kind.MISSING,
        () -> "The missing value " + rows.missing(i) + " becomes one without a reason.");
  }

  private void look(int i) {
    switch (columns.get(i).type()) {
      case TEXT -> lookAtText(i);
      case DECIMAL -> lookAtNumber(i);
      case DATE -> lookAtDay(i, DatasetJsonCells.isDay(rows.epochDay(i)));
      case DATETIME -> lookAtDay(i, DatasetJsonCells.isMoment(rows.epochMicro(i)));
      case INTEGER, BOOLEAN, TIME -> {
        // JSON keeps all of them.
      }
    }
  }

  private void lookAtText(int i) {
    String text = rows.text(i);
    if (!TextCheck.mended(text).equals(text)) {
      losses.value(
          i,
          Kind.ENCODING,
          () ->
              "A text in row "
                  + rows.row()
                  + " has a NUL or half of a character, in whose place U+FFFD is written.");
    }
  }

  private void lookAtNumber(int i) {
    double value = rows.decimal(i);
    if (!DatasetJsonCells.isKept(value)) {
      losses.value(
          i,
          Kind.VALUE,
          () -> "JSON has no " + value + " (row " + rows.row() + "); it is missing.");
    }
  }

  private void lookAtDay(int i, boolean kept) {
    if (!kept) {
      losses.value(
          i,
          Kind.DATE_RANGE,
          () -> rows.value(i) + " is beyond the years 1 to 9999 and becomes missing.");
    }
  }
}
