package org.stoa.data.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads all cells of a table. */
public final class Cells {

  private Cells() {}

  /** The rows of the table, with null for what is missing. */
  public static List<List<Object>> of(SourceTable table) throws IOException {
    try (RowCursor rows = table.open()) {
      return of(rows);
    }
  }

  /** The rows that are left. */
  public static List<List<Object>> of(RowCursor rows) {
    List<List<Object>> all = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        row.add(rows.value(i));
      }
      all.add(row);
    }
    return all;
  }
}
