package org.stoa.data.format.excel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;

/** Watches the cells of a column, and tells what type all of them have and what is lost. */
final class ColumnGuess {

  /** The longest text that is made of a number, a date or a time. */
  private static final int LONGEST_MADE = 26;

  private final String sheet;
  private final int column;
  private final Set<CellKind> seen = EnumSet.noneOf(CellKind.class);
  private final Missed errors = new Missed();
  private final Missed notCalculated = new Missed();
  private final Missed noDates = new Missed();
  private CellKind first;
  private int firstRow;
  private CellKind odd;
  private int oddRow;
  private int longest;

  ColumnGuess(String sheet, int column) {
    this.sheet = sheet;
    this.column = column;
  }

  /** Cells without a value that a dataset can hold. */
  private final class Missed {
    private long count;
    private String firstCell;

    void add(int row, String what) {
      if (count++ == 0) {
        firstCell = new CellPlace(sheet, column, row) + what;
      }
    }

    void tell(List<Loss> losses, String name, Loss.Kind kind, String ending) {
      if (count > 0) {
        losses.add(new Loss(name, kind, count, firstCell + ending));
      }
    }
  }

  /** Takes the cell of the next row. */
  void accept(SheetRow row) {
    CellKind kind = row.kind(column);
    switch (kind) {
      case NONE -> {}
      case ERROR -> errors.add(row.number(), ", is " + row.rawText(column));
      case NOT_CALCULATED -> notCalculated.add(row.number(), ", is a formula");
      case NO_DATE -> noDates.add(row.number(), ", is day " + row.rawText(column));
      default -> accept(kind, row);
    }
  }

  private void accept(CellKind kind, SheetRow row) {
    if (kind == CellKind.TEXT) {
      longest = Math.max(longest, ExcelText.utf8Length(row.rawText(column)));
    }
    if (!seen.add(kind)) {
      return;
    }
    if (first == null) {
      first = kind;
      firstRow = row.number();
    } else if (odd == null && !kind.goesWith(first)) {
      odd = kind;
      oddRow = row.number();
    }
  }

  /** The column as it is known after the last row. */
  ColumnSpec column(String name) {
    int length = odd == null ? longest : Math.max(longest, LONGEST_MADE);
    return new ColumnSpec(name, "", type(), length, "");
  }

  private ColumnType type() {
    if (first == null || odd != null) {
      return ColumnType.TEXT;
    }
    return switch (first) {
      case BOOL -> ColumnType.BOOLEAN;
      case WHOLE, FRACTION ->
          seen.contains(CellKind.FRACTION) ? ColumnType.DECIMAL : ColumnType.INTEGER;
      case DATE, DATETIME ->
          seen.contains(CellKind.DATETIME) ? ColumnType.DATETIME : ColumnType.DATE;
      case TIME, LENGTH -> seen.contains(CellKind.LENGTH) ? ColumnType.DECIMAL : ColumnType.TIME;
      default -> ColumnType.TEXT;
    };
  }

  /** What is not kept of the column. */
  List<Loss> losses(String name) {
    List<Loss> losses = new ArrayList<>();
    if (odd != null) {
      losses.add(new Loss(name, Loss.Kind.TYPE, 0, mixed()));
    }
    errors.tell(losses, name, Loss.Kind.VALUE, ", an error; it is missing in the dataset");
    notCalculated.tell(
        losses, name, Loss.Kind.VALUE, " without a result; it is missing in the dataset");
    noDates.tell(
        losses,
        name,
        Loss.Kind.DATE_RANGE,
        " in Excel's count, which is no day of the calendar; it is missing in the dataset");
    if (type() == ColumnType.DECIMAL && first.goesWith(CellKind.TIME)) {
      losses.add(new Loss(name, Loss.Kind.TYPE, 0, "lengths of time become numbers of days"));
    }
    return losses;
  }

  private String mixed() {
    return new CellPlace(sheet, column, oddRow)
        + ", is "
        + odd.words()
        + ", and row "
        + firstRow
        + " has "
        + first.words()
        + ": all values of the column become texts";
  }
}
