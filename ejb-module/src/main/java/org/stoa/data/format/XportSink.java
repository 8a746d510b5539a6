package org.stoa.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;

/** Writes SAS XPORT of version 5 (SAS TS-140), which regulators take. */
public final class XportSink implements TableSink {

  private static final int LONGEST_LABEL = 40;

  @Override
  public List<Loss> losses(TableHead table, RowCursor rows) {
    Losses losses = new Losses(table.columns());
    if (!name(table).equals(table.name())) {
      losses.table(Kind.NAME, "The dataset is named " + name(table) + ".");
    }
    if (!label(table).equals(table.label())) {
      losses.table(Kind.DESCRIPTION, "The label of the dataset is cut after 40 bytes.");
    }
    List<XportColumn> columns = columns(table);
    columns.forEach(column -> column.tell(losses));
    BlankRows blank = new BlankRows(columns);
    while (rows.next()) {
      columns.forEach(column -> column.tell(rows, losses));
      blank.look(rows);
    }
    blank.tell(losses);
    return losses.list();
  }

  @Override
  public void write(TableHead table, RowCursor rows, OutputStream out) throws IOException {
    LocalDateTime created = LocalDateTime.ofInstant(table.created(), ZoneOffset.UTC);
    XportColumn[] columns = columns(table).toArray(XportColumn[]::new);
    Object[] values = new Object[columns.length];
    try (XportWriter writer = XportWriter.streaming(out, created)) {
      writer.dataset(
          name(table), label(table), columns(table).stream().map(XportColumn::kept).toList());
      while (rows.next()) {
        for (int i = 0; i < columns.length; i++) {
          values[i] = columns[i].value(rows);
        }
        writer.row(values);
      }
    }
  }

  private static String name(TableHead table) {
    return new XportNames().of(table.name());
  }

  private static String label(TableHead table) {
    return XportColumn.cut(table.label(), LONGEST_LABEL);
  }

  private static List<XportColumn> columns(TableHead table) {
    XportNames names = new XportNames();
    List<XportColumn> columns = new ArrayList<>();
    for (ColumnSpec column : table.columns()) {
      columns.add(XportColumn.of(columns.size(), column, names));
    }
    return columns;
  }
}
