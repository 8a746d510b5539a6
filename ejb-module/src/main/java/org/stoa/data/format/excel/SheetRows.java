package org.stoa.data.format.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;

/** Walks over the rows of a table in a sheet. */
final class SheetRows implements RowCursor {

  private final SheetReader reader;
  private final SheetRow cells;
  private final SheetProfile profile;
  private final int[] places;
  private int number;

  SheetRows(SheetReader reader, SheetProfile profile) {
    this.reader = reader;
    this.cells = reader.row();
    this.profile = profile;
    this.places = profile.places().stream().mapToInt(Integer::intValue).toArray();
    this.number = profile.firstRow() - 1;
  }

  @Override
  public List<ColumnSpec> columns() {
    return profile.columns();
  }

  /** Rows that the part leaves out are rows without a value. */
  @Override
  public boolean next() {
    if (number == profile.lastRow()) {
      return false;
    }
    number++;
    while (cells.number() < number && reader.next()) {
      // Rows before the first one are the header and what is above it.
    }
    return true;
  }

  @Override
  public long row() {
    return number - profile.firstRow() + 1L;
  }

  private boolean isHere() {
    return cells.number() == number;
  }

  @Override
  public boolean isMissing(int column) {
    return !isHere() || !cells.kind(places[column]).isValue();
  }

  @Override
  public String text(int column) {
    return cells.text(places[column]);
  }

  @Override
  public long integer(int column) {
    return (long) cells.number(places[column]);
  }

  @Override
  public double decimal(int column) {
    return cells.number(places[column]);
  }

  @Override
  public boolean bool(int column) {
    return cells.number(places[column]) != 0;
  }

  @Override
  public int epochDay(int column) {
    return (int) ExcelDate.epochDay(cells.micro(places[column]));
  }

  @Override
  public long epochMicro(int column) {
    return cells.micro(places[column]);
  }

  @Override
  public long microOfDay(int column) {
    return cells.micro(places[column]);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
