package org.stoa.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.CsvStyle;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;

/** Writes CSV (RFC 4180) in UTF-8: a header, then the rows. */
public final class CsvSink implements TableSink {

  /** What a file for spreadsheets begins with. */
  private static final char MARK = '\uFEFF';

  private static final int ENOUGH = 1 << 20;

  private final CsvStyle style;

  /** For programs or for people. */
  public CsvSink(CsvStyle style) {
    this.style = style;
  }

  @Override
  public List<Loss> losses(TableHead table, RowCursor rows) {
    List<ColumnSpec> columns = table.columns();
    Losses losses = new Losses(columns);
    losses.table(
        Kind.TYPE, "CSV says nothing of types. Who reads it finds them out from the values.");
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).label().isBlank() || !columns.get(i).format().isBlank()) {
        losses.column(i, Kind.DESCRIPTION, "CSV keeps names of columns, but no labels or formats.");
      }
    }
    while (rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        look(rows, i, columns.get(i).type(), losses);
      }
    }
    return losses.list();
  }

  private void look(RowCursor rows, int column, ColumnType type, Losses losses) {
    if (rows.isMissing(column)) {
      SasMissing reason = rows.missing(column);
      if (!reason.equals(SasMissing.PLAIN)) {
        losses.value(
            column, Kind.MISSING, () -> "The reason " + reason + " is lost: it is just missing.");
      }
    } else if (type == ColumnType.DECIMAL && !Double.isFinite(rows.decimal(column))) {
      double value = rows.decimal(column);
      losses.value(
          column, Kind.VALUE, () -> value + " is written as this word, which reads as a text.");
    } else if (type == ColumnType.TEXT
        && style == CsvStyle.SPREADSHEET
        && CsvLine.isFormula(rows.text(column))) {
      String text = rows.text(column);
      losses.value(
          column,
          Kind.VALUE,
          () -> "“" + text + "” gets an apostrophe before it, so as not to run.");
    }
  }

  @Override
  public void write(TableHead table, RowCursor rows, OutputStream out) throws IOException {
    CsvLine line = new CsvLine(table.columns(), style);
    StringBuilder text = new StringBuilder();
    if (style == CsvStyle.SPREADSHEET) {
      text.append(MARK);
    }
    line.header(table.columns().stream().map(ColumnSpec::name).toList(), text);
    while (rows.next()) {
      line.row(rows, text);
      if (text.length() >= ENOUGH) {
        send(text, out);
      }
    }
    send(text, out);
  }

  private static void send(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
