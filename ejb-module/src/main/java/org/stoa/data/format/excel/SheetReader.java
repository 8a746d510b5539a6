package org.stoa.data.format.excel;

import java.io.Closeable;
import java.io.IOException;

/** Walks over the rows of a sheet that are in its part: those without a cell may be left out. */
final class SheetReader implements Closeable {

  private static final int DATA = 2;

  private final String file;
  private final Workbook.Sheet sheet;
  private final PartStream bytes;
  private final XmlPart xml;
  private final SheetRow row = new SheetRow();
  private final CellReader cells;
  private boolean inData;

  private SheetReader(String file, Workbook.Sheet sheet, SharedParts shared, PartStream bytes)
      throws IOException {
    this.file = file;
    this.sheet = sheet;
    this.bytes = bytes;
    this.xml = XmlPart.of(file, new PartPlace(sheet.part()), bytes);
    this.cells = new CellReader(file, sheet.name(), shared, row);
  }

  static SheetReader open(WorkbookParts parts, Workbook.Sheet sheet, SharedParts shared)
      throws IOException {
    return new SheetReader(parts.file(), sheet, shared, parts.open(sheet.part()));
  }

  /** The current row. It is the same object for all rows. */
  SheetRow row() {
    return row;
  }

  /** How many bytes of the archive were read, nearly. */
  long packedPosition() {
    return bytes.packedPosition();
  }

  /** Steps to the next row that the part has; false at the end of the part. */
  boolean next() {
    while (xml.next()) {
      if (xml.outer() == DATA - 1 && xml.name().equals("sheetData")) {
        inData = xml.isStart();
      } else if (inData && xml.isStart("row", DATA)) {
        readRow();
        return true;
      }
    }
    return false;
  }

  private void readRow() {
    row.begin(rowNumber(xml.attribute("r")));
    int column = -1;
    while (xml.next() && (xml.isStart() || xml.outer() != DATA)) {
      if (xml.name().equals("c")) {
        column = cells.read(xml, column);
      } else {
        xml.skip();
      }
    }
  }

  private int rowNumber(String text) {
    int before = row.number();
    int number = before + 1;
    if (text != null) {
      try {
        number = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        DamagedWorkbookProblem problem = damaged(before + 1, "a row says that it is no number");
        problem.initCause(e);
        throw problem;
      }
    }
    if (number <= before) {
      throw damaged(before, "a row behind this one says that it is row " + number);
    }
    if (number > CellPlace.MAX_ROWS) {
      throw damaged(before, "a row behind this one is beyond the last one that Excel has");
    }
    return number;
  }

  private DamagedWorkbookProblem damaged(int number, String detail) {
    return new DamagedWorkbookProblem(
        file, new CellPlace(sheet.name(), 0, Math.max(1, number)), detail);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
