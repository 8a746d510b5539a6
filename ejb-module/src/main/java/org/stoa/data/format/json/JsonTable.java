package org.stoa.data.format.json;

import java.util.List;
import java.util.Optional;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;

/**
 * What the first walk learned about a file.
 *
 * @param form where its rows are
 * @param name the name that the file gives the table
 * @param label what it holds in words, perhaps empty
 * @param rows how many there are
 */
record JsonTable(
    JsonForm form, Optional<String> name, String label, long rows, List<LearnedColumn> learned) {

  JsonTable {
    learned = List.copyOf(learned);
  }

  List<ColumnSpec> columns() {
    return learned.stream().map(LearnedColumn::spec).toList();
  }

  List<Loss> losses() {
    return learned.stream().flatMap(column -> column.losses().stream()).toList();
  }
}
