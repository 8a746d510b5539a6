package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stoa.data.Loss;

/** What holds of every sink: what comes back differs only where a loss was told. */
public final class SinkContract {

  private SinkContract() {}

  /** Opens what a sink wrote. */
  @FunctionalInterface
  public interface Reader {

    /** The first table of the file. */
    SourceTable read(byte[] file) throws IOException;
  }

  /** Writes a table and reads it back. */
  public static void holds(AnyTable table, TableSink sink, Reader reader) throws IOException {
    List<Loss> losses = sink.losses(table.head(), table.walk());
    byte[] file = written(sink, table);
    assertThat(written(sink, table)).as("the same bytes again").isEqualTo(file);
    List<List<Object>> back = cells(reader.read(file));
    if (losses.stream().anyMatch(loss -> loss.column() == null && loss.values() > 0)) {
      return;
    }
    Set<String> lossy = new HashSet<>();
    losses.forEach(loss -> lossy.add(loss.column()));
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnSpec column = table.columns().get(i);
      if (!lossy.contains(column.name())) {
        assertThat(column(back, i)).as(column.toString()).isEqualTo(column(table.rows(), i));
      }
    }
  }

  private static byte[] written(TableSink sink, AnyTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sink.write(table.head(), table.walk(), out);
    return out.toByteArray();
  }

  private static List<List<Object>> cells(SourceTable table) throws IOException {
    List<List<Object>> cells = new ArrayList<>();
    try (RowCursor rows = table.open()) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
          boolean reason = rows.isMissing(i) && !rows.missing(i).equals(SasMissing.PLAIN);
          row.add(reason ? rows.missing(i) : rows.value(i));
        }
        cells.add(row);
      }
    }
    return cells;
  }

  /** Numbers are compared as doubles, bit for bit, for not every format has whole ones. */
  private static List<String> column(List<List<Object>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .map(
            cell ->
                cell instanceof Number number
                    ? Long.toHexString(Double.doubleToRawLongBits(number.doubleValue()))
                    : Objects.toString(cell))
        .toList();
  }
}
