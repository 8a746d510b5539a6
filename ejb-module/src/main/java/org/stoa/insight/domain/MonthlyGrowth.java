package org.stoa.insight.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;

/**
 * Turns counts by day into counts by month and the sum until the end of each. A partial date counts
 * for its month if that is known. Months between the first and the last in which nothing happened
 * are there too.
 */
final class MonthlyGrowth {

  static final String MONTH = "month";
  static final String CUMULATIVE = "cumulative";

  private static final String NEW = "new";

  /** ISO 8601 from the month on: 2024-05, 2024-05-17, 2024-05-17T08:30. */
  private static final Pattern FROM_MONTH_ON =
      Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(-\\d{2}.*|--.*)?");

  /** Beyond this a gap is more likely a typing error than time: it is not filled. */
  private static final int LONGEST_FILLED = 600;

  private final Map<YearMonth, Long> months = new TreeMap<>();
  private long unplaced;

  private MonthlyGrowth() {}

  /** From a result of one dimension, the day, and one measure, how many. */
  static Answer of(QueryResult result) {
    MonthlyGrowth growth = new MonthlyGrowth();
    result.rows().forEach(row -> growth.add(row.get(0), ((Number) row.get(1)).longValue()));
    growth.fillGaps();
    return growth.answer(result.columns().get(0).name());
  }

  private void add(Object day, long count) {
    Optional<YearMonth> month = month(day);
    month.ifPresentOrElse(known -> months.merge(known, count, Long::sum), () -> unplaced += count);
  }

  private static Optional<YearMonth> month(Object day) {
    return Optional.ofNullable(day)
        .map(Object::toString)
        .filter(text -> FROM_MONTH_ON.matcher(text).matches())
        .map(text -> YearMonth.parse(text.substring(0, "yyyy-MM".length())));
  }

  private void fillGaps() {
    if (months.isEmpty()) {
      return;
    }
    List<YearMonth> known = List.copyOf(months.keySet());
    YearMonth last = known.get(known.size() - 1);
    YearMonth month = known.get(0);
    if (month.plusMonths(LONGEST_FILLED).isBefore(last)) {
      return;
    }
    for (; month.isBefore(last); month = month.plusMonths(1)) {
      months.putIfAbsent(month, 0L);
    }
  }

  private Answer answer(String column) {
    List<List<Object>> rows = new ArrayList<>();
    List<List<Object>> keys = new ArrayList<>();
    long sum = 0;
    for (Map.Entry<YearMonth, Long> month : months.entrySet()) {
      sum += month.getValue();
      rows.add(List.of(month.getKey().toString(), month.getValue(), sum));
      keys.add(List.of(month.getKey().toString()));
    }
    return new Answer(columns(), rows, keys, note(column));
  }

  private static List<ResultColumn> columns() {
    return List.of(
        new ResultColumn(MONTH, ColumnType.TEXT),
        new ResultColumn(NEW, ColumnType.INTEGER),
        new ResultColumn(CUMULATIVE, ColumnType.INTEGER));
  }

  private String note(String column) {
    if (unplaced == 0) {
      return null;
    }
    return unplaced + " not shown: " + column + " does not tell the month.";
  }
}
