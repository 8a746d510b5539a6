package org.stoa.data;

import java.util.List;

/**
 * The answer to a {@link Query}.
 *
 * @param columns first the dimensions, then the measures
 * @param rows for each group its values, as {@link RowPage} gives them
 * @param version the number of the version that was asked
 * @param truncated whether there are more groups than the limit let through
 */
public record QueryResult(
    List<ResultColumn> columns, List<List<Object>> rows, int version, boolean truncated) {

  public QueryResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
