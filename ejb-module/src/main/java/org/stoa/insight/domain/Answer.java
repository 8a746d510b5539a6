package org.stoa.insight.domain;

import java.util.ArrayList;
import java.util.List;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;

/**
 * What a widget shows.
 *
 * @param columns the columns
 * @param rows the rows
 * @param keys for each row the values that it stands for; nothing for a figure over all rows
 * @param note what a reader must know of the numbers; null when nothing
 */
public record Answer(
    List<ResultColumn> columns, List<List<Object>> rows, List<List<Object>> keys, String note) {

  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    keys = List.copyOf(keys);
  }

  /** The result as it is; a row stands for the values of its dimensions. */
  static Answer plain(QueryResult result, int dimensions) {
    List<List<Object>> keys = new ArrayList<>();
    result.rows().forEach(row -> keys.add(row.subList(0, dimensions)));
    String note =
        result.truncated() ? "Only the first " + result.rows().size() + " are shown." : null;
    return new Answer(result.columns(), result.rows(), keys, note);
  }
}
