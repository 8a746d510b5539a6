package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.stoa.data.CsvStyle;
import org.stoa.data.format.CsvLine;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

/**
 * Writes whole versions as CSV, a slice of rows at a time. No connection is held while a slice is
 * sent, so that a slow receiver keeps nobody from the engine.
 */
public class CsvExport {

  private static final int CELLS = 400_000;
  private static final int MOST_ROWS = 50_000;
  private static final int ENOUGH = 4 << 20;

  private final VersionReader reader;

  /** With what reads the rows. */
  @Inject
  public CsvExport(VersionReader reader) {
    this.reader = reader;
  }

  /**
   * Writes the header and all rows.
   *
   * @param rows how many there are
   */
  public void write(Path parquet, Schema schema, long rows, CsvStyle style, OutputStream out)
      throws IOException {
    CsvLine line = new CsvLine(schema.columns().stream().map(Column::type).toList(), style);
    StringBuilder text = new StringBuilder();
    if (style == CsvStyle.SPREADSHEET) {
      text.append(CsvLine.MARK);
    }
    line.header(schema.columns().stream().map(Column::name).toList(), text);
    int slice = Math.max(1, Math.min(MOST_ROWS, CELLS / schema.columns().size()));
    long written = 0;
    while (written < rows) {
      long read = reader.slice(parquet, schema, written, slice, row -> append(line, row, text));
      if (read == 0) {
        throw new IOException("Only " + written + " of " + rows + " rows are in " + parquet);
      }
      written += read;
      send(text, out);
    }
    send(text, out);
  }

  /** Whether there is room for another row. */
  private static boolean append(CsvLine line, List<Object> row, StringBuilder text) {
    line.row(row, text);
    return text.length() < ENOUGH;
  }

  private static void send(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
