package org.stoa.data.format.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stoa.data.Loss;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.TableHead;
import org.stoa.data.format.TableSink;
import org.stoa.data.format.TooManyColumnsProblem;

/**
 * Writes a table as an Excel workbook (XLSX). What does not fit one sheet goes on in further ones,
 * named {@code AE}, {@code AE (2)} and so on, each with the header. Dates are dates with a number
 * format; texts are never formulas.
 */
public final class XlsxSink implements TableSink {

  private final int rowsPerSheet;

  /** For workbooks with sheets as long as Excel has them. */
  public XlsxSink() {
    this(CellPlace.MAX_ROWS - 1);
  }

  /** As the other, with at most so many rows below the header of a sheet. */
  XlsxSink(int rowsPerSheet) {
    this.rowsPerSheet = rowsPerSheet;
  }

  /**
   * {@inheritDoc}
   *
   * @throws TooManyColumnsProblem when a sheet cannot have so many columns
   */
  @Override
  public List<Loss> losses(TableHead table, RowCursor rows) {
    requireColumns(table);
    return new XlsxLosses(table, rowsPerSheet).of(rows);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TooManyColumnsProblem when a sheet cannot have so many columns
   */
  @Override
  public void write(TableHead table, RowCursor rows, OutputStream out) throws IOException {
    requireColumns(table);
    SheetNames names = SheetNames.of(table.name(), sheets(table.rows()));
    try (WorkbookZip zip = new WorkbookZip(out, table.created(), names)) {
      SheetWriter writer = new SheetWriter(table);
      for (int sheet = 0; sheet < names.count(); sheet++) {
        zip.begin(WorkbookZip.sheetPart(sheet));
        writer.write(rows, rowsPerSheet, zip.xml());
        zip.end();
      }
      zip.finish();
    }
  }

  private int sheets(long rows) {
    return (int) Math.max(1, (rows + rowsPerSheet - 1) / rowsPerSheet);
  }

  private static void requireColumns(TableHead table) {
    if (table.columns().size() > CellPlace.MAX_COLUMNS) {
      throw new TooManyColumnsProblem(table.name(), CellPlace.MAX_COLUMNS);
    }
  }
}
