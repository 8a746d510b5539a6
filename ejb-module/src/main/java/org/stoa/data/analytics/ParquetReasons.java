package org.stoa.data.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoa.data.ColumnType;

/** Joins the columns that tell why values are missing to those that they are about. */
final class ParquetReasons {

  private ParquetReasons() {}

  /** The columns without those of reasons, if the one that each is about is there. */
  static List<ParquetColumn> join(List<ParquetColumn> columns) {
    Set<String> texts =
        columns.stream()
            .filter(column -> column.type().type() == ColumnType.TEXT)
            .map(ParquetColumn::name)
            .collect(Collectors.toSet());
    Set<String> reasons =
        columns.stream()
            .filter(column -> column.type().type() != ColumnType.TEXT)
            .map(column -> VersionTable.reasonsOf(column.name()))
            .filter(texts::contains)
            .collect(Collectors.toSet());
    List<ParquetColumn> joined = new ArrayList<>();
    for (ParquetColumn column : columns) {
      if (!reasons.contains(column.name())) {
        boolean told = reasons.contains(VersionTable.reasonsOf(column.name()));
        joined.add(new ParquetColumn(column.name(), column.type(), told));
      }
    }
    return joined;
  }
}
