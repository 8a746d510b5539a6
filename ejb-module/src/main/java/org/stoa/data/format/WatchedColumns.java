package org.stoa.data.format;

import java.util.List;
import java.util.Map;
import org.stoa.data.ColumnType;
import org.stoa.data.ReadOptions;

/** Decides which columns are guessed and which are what a person said. */
final class WatchedColumns {

  private WatchedColumns() {}

  static WatchedColumn[] of(String file, List<String> names, ReadOptions options) {
    WatchedColumn[] columns = new WatchedColumn[names.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new ColumnInference();
    }
    for (Map.Entry<String, ColumnType> wanted : options.types().entrySet()) {
      int index = index(names, wanted.getKey());
      if (index < 0) {
        throw new UnknownColumnProblem(file, wanted.getKey(), names);
      }
      columns[index] =
          new TypedColumn(file, names.get(index), wanted.getValue(), options.misfits());
    }
    return columns;
  }

  private static int index(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
