package org.stoa.insight.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.data.ColumnType;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;

/** Adds to each row what percentage of a base its first measure is. */
final class Share {

  private static final String PERCENT = "percent";
  private static final double TENTHS = 1000.0;

  private Share() {}

  /**
   * With percentages, to one digit after the point.
   *
   * @param base what 100 % are; empty when nobody knows, and then there are no percentages
   */
  static Answer of(QueryResult result, int dimensions, Optional<Long> base) {
    Answer plain = Answer.plain(result, dimensions);
    List<ResultColumn> columns = new ArrayList<>(result.columns());
    columns.add(dimensions + 1, new ResultColumn(PERCENT, ColumnType.DECIMAL));
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : result.rows()) {
      List<Object> more = new ArrayList<>(row);
      long part = ((Number) row.get(dimensions)).longValue();
      more.add(
          dimensions + 1,
          base.filter(whole -> whole > 0).map(whole -> percent(part, whole)).orElse(null));
      rows.add(more);
    }
    String note =
        base.isPresent() ? plain.note() : "No percentages: there are no subjects in DM to compare.";
    return new Answer(columns, rows, plain.keys(), note);
  }

  private static double percent(long part, long whole) {
    return Math.round(TENTHS * part / whole) / 10.0;
  }
}
