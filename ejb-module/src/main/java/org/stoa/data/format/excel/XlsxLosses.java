package org.stoa.data.format.excel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.Losses;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.TableHead;

/** Finds out what a workbook does not keep of a table. */
final class XlsxLosses {

  private static final long MAX_WHOLE = 1L << 53;

  private final TableHead table;
  private final int rowsPerSheet;
  private final List<ColumnSpec> columns;
  private final ColumnType[] types;
  private final Losses losses;
  private long lastWithValue;

  XlsxLosses(TableHead table, int rowsPerSheet) {
    this.table = table;
    this.rowsPerSheet = rowsPerSheet;
    this.columns = table.columns();
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.losses = new Losses(columns);
  }

  /** Reads all rows. */
  List<Loss> of(RowCursor rows) {
    ofTable();
    ofColumns();
    long count = 0;
    while (rows.next()) {
      count++;
      for (int i = 0; i < types.length; i++) {
        if (!rows.isMissing(i)) {
          ofValue(rows, i, count);
        } else if (columns.get(i).reasons() && !rows.missing(i).equals(SasMissing.PLAIN)) {
          ofReason(rows.missing(i), i);
        }
      }
    }
    if (lastWithValue < count) {
      losses.rows(
          Kind.VALUE,
          count - lastWithValue,
          "Rows at the end without a value are none for a sheet.");
    }
    return losses.list();
  }

  private void ofTable() {
    SheetNames names = SheetNames.of(table.name(), 1);
    if (!names.base().equals(table.name())) {
      losses.table(Kind.NAME, "The sheet is named " + names.base() + ".");
    }
    if (table.rows() > rowsPerSheet) {
      losses.table(Kind.NAME, "Rows behind the first " + rowsPerSheet + " are in further sheets.");
    }
    if (!table.label().isEmpty()) {
      losses.table(Kind.DESCRIPTION, "The label of the dataset has no place in a sheet.");
    }
  }

  private void ofColumns() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < types.length; i++) {
      ColumnSpec column = columns.get(i);
      String read = ExcelText.cut(column.name()).strip();
      if (!read.equals(column.name()) || !seen.add(read.toUpperCase(Locale.ROOT))) {
        losses.column(i, Kind.NAME, "The name would be read as " + read + ".");
      }
      if (!column.label().isEmpty()) {
        losses.column(i, Kind.DESCRIPTION, "The label has no place in a sheet.");
      } else if (!column.format().isEmpty()) {
        losses.column(
            i, Kind.DESCRIPTION, "The format " + column.format() + " has no place in a sheet.");
      }
    }
  }

  private void ofReason(SasMissing reason, int column) {
    losses.value(column, Kind.MISSING, () -> reason + " becomes an empty cell.");
  }

  private void ofValue(RowCursor rows, int i, long row) {
    if (types[i] != ColumnType.DECIMAL || Double.isFinite(rows.decimal(i))) {
      lastWithValue = row;
    }
    switch (types[i]) {
      case TEXT -> ofText(rows.text(i), i);
      case INTEGER -> ofInteger(rows.integer(i), i);
      case DECIMAL -> ofDecimal(rows.decimal(i), i);
      case DATE -> ofDate(rows.epochDay(i), i);
      case DATETIME -> ofDateTime(rows.epochMicro(i), i);
      case BOOLEAN, TIME -> {}
    }
  }

  private void ofText(String text, int i) {
    if (text.length() > ExcelText.MAX_LENGTH) {
      losses.value(
          i,
          Kind.LENGTH,
          () ->
              "A text of "
                  + text.length()
                  + " characters is cut after "
                  + ExcelText.MAX_LENGTH
                  + ".");
    }
    if (ExcelText.hasHalf(text)) {
      losses.value(i, Kind.ENCODING, () -> "Half a character becomes U+FFFD.");
    }
  }

  private void ofInteger(long number, int i) {
    if (number > MAX_WHOLE || number < -MAX_WHOLE) {
      losses.value(
          i, Kind.PRECISION, () -> number + " may become another number: Excel has 53 bits.");
    }
  }

  private void ofDecimal(double number, int i) {
    if (!Double.isFinite(number)) {
      losses.value(i, Kind.VALUE, () -> number + " becomes an empty cell.");
    }
  }

  private void ofDate(long epochDay, int i) {
    if (!Serial.isDay(epochDay)) {
      losses.value(
          i,
          Kind.DATE_RANGE,
          () -> LocalDate.ofEpochDay(epochDay) + " becomes a text, for Excel has no such date.");
    }
  }

  private void ofDateTime(long epochMicro, int i) {
    if (!Serial.isDay(ExcelDate.epochDay(epochMicro))) {
      losses.value(
          i,
          Kind.DATE_RANGE,
          () -> Serial.iso(epochMicro) + " becomes a text, for Excel has no such date.");
    } else if (!Serial.keeps(epochMicro)) {
      losses.value(
          i, Kind.PRECISION, () -> Serial.iso(epochMicro) + " becomes a moment beside it.");
    }
  }
}
