package org.stoa.insight.domain;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.data.ColumnType;

/** Writes conditions in the filter language of datasets; names and values are quoted. */
public final class Filters {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Filters() {}

  /** The name of a column as a filter has it. */
  public static String name(String column) {
    return PLAIN_NAME.matcher(column).matches() ? column : '"' + column.replace("\"", "\"\"") + '"';
  }

  /** The column has this value; null means that it has none. */
  public static String equal(String column, ColumnType type, Object value) {
    if (value == null) {
      return name(column) + " IS NULL";
    }
    return name(column) + " = " + literal(type, value);
  }

  /** The column has a day of this month. */
  public static String within(String column, ColumnType type, YearMonth month) {
    if (type == ColumnType.TEXT) {
      return name(column) + " LIKE " + quoted(month + "%");
    }
    return "%s >= %s AND %s < %s"
        .formatted(
            name(column),
            quoted(month.atDay(1).toString()),
            name(column),
            quoted(month.plusMonths(1).atDay(1).toString()));
  }

  /** All of the conditions; blank ones and null are left out. Null when none is left. */
  public static String and(String... conditions) {
    String[] some =
        Stream.of(conditions)
            .flatMap(condition -> Optional.ofNullable(condition).stream())
            .filter(condition -> !condition.isBlank())
            .toArray(String[]::new);
    if (some.length <= 1) {
      return some.length == 0 ? null : some[0];
    }
    return Stream.of(some).map(one -> "(" + one + ")").collect(Collectors.joining(" AND "));
  }

  private static String literal(ColumnType type, Object value) {
    return switch (type) {
      case INTEGER, DECIMAL -> value.toString();
      case BOOLEAN -> Boolean.parseBoolean(value.toString()) ? "TRUE" : "FALSE";
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
