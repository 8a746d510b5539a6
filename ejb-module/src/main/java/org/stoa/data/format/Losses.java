package org.stoa.data.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stoa.data.Loss;

/** Counts what is lost of each column, and keeps the first case of each kind as the example. */
public final class Losses {

  private final List<ColumnSpec> columns;
  private final List<Loss> ofTable = new ArrayList<>();
  private final List<Map<Loss.Kind, Counted>> ofColumns = new ArrayList<>();

  /** Nothing of these columns is lost yet. */
  public Losses(List<ColumnSpec> columns) {
    this.columns = List.copyOf(columns);
    columns.forEach(column -> ofColumns.add(new EnumMap<>(Loss.Kind.class)));
  }

  private static final class Counted {
    private final String detail;
    private long values;

    Counted(String detail) {
      this.detail = detail;
    }
  }

  /** How the first case of a loss is told. */
  @FunctionalInterface
  public interface Detail {

    /** A sentence with the value and what stands in its place. */
    String text();
  }

  /** The table as a whole loses something. */
  public void table(Loss.Kind kind, String detail) {
    rows(kind, 0, detail);
  }

  /** The table loses whole rows. */
  public void rows(Loss.Kind kind, long rows, String detail) {
    ofTable.add(new Loss(null, kind, rows, detail));
  }

  /** The column itself loses something; told once for each kind. */
  public void column(int column, Loss.Kind kind, String detail) {
    ofColumns.get(column).computeIfAbsent(kind, k -> new Counted(detail));
  }

  /** Another value of the column loses something. */
  public void value(int column, Loss.Kind kind, Detail detail) {
    ofColumns.get(column).computeIfAbsent(kind, k -> new Counted(detail.text())).values++;
  }

  /** All losses: first those of the table, then by column and kind. */
  public List<Loss> list() {
    List<Loss> all = new ArrayList<>(ofTable);
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      ofColumns.get(i).forEach((kind, c) -> all.add(new Loss(name, kind, c.values, c.detail)));
    }
    return all;
  }
}
