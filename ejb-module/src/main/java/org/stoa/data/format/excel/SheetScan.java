package org.stoa.data.format.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.HeaderNames;
import org.stoa.data.format.HeaderProblem;
import org.stoa.data.format.TooManyColumnsProblem;

/**
 * Reads a sheet once from end to end: checks it, finds its table and learns the types. The first
 * row that is not empty names the columns. Columns without a name and without values are left out,
 * as are rows behind the last value.
 */
final class SheetScan {

  private static final int PROGRESS_EVERY = 10_000;

  private final String file;
  private final String sheet;
  private final boolean hasHeader;
  private final List<ColumnGuess> guesses = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private int headerRow;
  private int firstRow;
  private int lastRow;

  private SheetScan(String file, String sheet, boolean hasHeader) {
    this.file = file;
    this.sheet = sheet;
    this.hasHeader = hasHeader;
  }

  /**
   * Reads all rows.
   *
   * @param hasHeader whether the first row names the columns; otherwise their letters do
   * @param progress is told now and then how many bytes were checked, nearly
   */
  static SheetProfile scan(
      SheetReader reader, String file, String sheet, boolean hasHeader, LongConsumer progress)
      throws IOException {
    SheetScan scan = new SheetScan(file, sheet, hasHeader);
    while (reader.next()) {
      SheetRow row = reader.row();
      if (!row.isEmpty()) {
        scan.accept(row);
      }
      if (row.number() % PROGRESS_EVERY == 0) {
        progress.accept(reader.packedPosition());
      }
    }
    return scan.profile();
  }

  private void accept(SheetRow row) throws IOException {
    if (hasHeader && headerRow == 0) {
      takeHeader(row);
      return;
    }
    if (firstRow == 0) {
      firstRow = hasHeader ? headerRow + 1 : row.number();
    }
    lastRow = row.number();
    for (int column = 0; column < row.width(); column++) {
      if (row.kind(column) != CellKind.NONE) {
        requireName(column);
        guess(column).accept(row);
      }
    }
  }

  private void takeHeader(SheetRow row) throws IOException {
    headerRow = row.number();
    HeaderNames names = new HeaderNames(file);
    for (int column = 0; column < row.width(); column++) {
      String name = row.kind(column).isValue() ? row.text(column) : "";
      header.add(name.strip());
      if (!name.isBlank()) {
        CellPlace place = new CellPlace(sheet, column, headerRow);
        names.add(name.strip(), () -> place);
      }
    }
  }

  private void requireName(int column) {
    if (hasHeader && (column >= header.size() || header.get(column).isEmpty())) {
      throw HeaderProblem.empty(file, column + 1, new CellPlace(sheet, column, headerRow));
    }
    if (!hasHeader && column >= HeaderNames.MAX_COLUMNS) {
      throw new TooManyColumnsProblem(file, HeaderNames.MAX_COLUMNS);
    }
  }

  private ColumnGuess guess(int column) {
    while (guesses.size() <= column) {
      guesses.add(null);
    }
    if (guesses.get(column) == null) {
      guesses.set(column, new ColumnGuess(sheet, column));
    }
    return guesses.get(column);
  }

  private SheetProfile profile() {
    List<Integer> places = new ArrayList<>();
    List<ColumnSpec> columns = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    for (int column = 0; column < Math.max(guesses.size(), header.size()); column++) {
      String name = name(column);
      if (!name.isEmpty()) {
        places.add(column);
        columns.add(guess(column).column(name));
        losses.addAll(guess(column).losses(name));
      }
    }
    return new SheetProfile(Math.max(1, firstRow), lastRow, places, columns, losses);
  }

  private String name(int column) {
    if (hasHeader) {
      return column < header.size() ? header.get(column) : "";
    }
    return guesses.get(column) == null ? "" : CellPlace.letters(column);
  }
}
