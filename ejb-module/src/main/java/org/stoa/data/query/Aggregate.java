package org.stoa.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;

/** What a measure can compute. */
enum Aggregate {
  COUNT,
  DISTINCT,
  SUM,
  AVG,
  MIN,
  MAX,
  MEDIAN,
  STDDEV;

  static Optional<Aggregate> find(String op) {
    return Arrays.stream(values()).filter(a -> a.op().equalsIgnoreCase(op)).findFirst();
  }

  static List<String> ops() {
    return Arrays.stream(values()).map(Aggregate::op).toList();
  }

  /** How a query calls it. */
  String op() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be computed of the column. */
  boolean fits(Column column) {
    return switch (this) {
      case COUNT, DISTINCT, MIN, MAX -> true;
      case SUM, AVG, MEDIAN, STDDEV -> column.isNumber();
    };
  }

  /** What it results in. */
  ColumnType type(Optional<Column> column) {
    return switch (this) {
      case COUNT, DISTINCT -> ColumnType.INTEGER;
      case SUM, MIN, MAX -> column.orElseThrow().type();
      case AVG, MEDIAN, STDDEV -> ColumnType.DECIMAL;
    };
  }

  /** How it stands in a statement; without a column it is the count of rows. */
  Field<?> of(Optional<Column> column) {
    if (column.isEmpty()) {
      return DSL.count();
    }
    Field<?> field = column.get().field();
    return switch (this) {
      case COUNT -> DSL.count(field);
      case DISTINCT -> DSL.countDistinct(field);
      case SUM -> DSL.sum(number(field));
      case AVG -> DSL.avg(number(field));
      case MIN -> DSL.min(field);
      case MAX -> DSL.max(field);
      case MEDIAN -> DSL.median(number(field));
      case STDDEV -> DSL.stddevSamp(number(field));
    };
  }

  /** Only columns of numbers come here, see {@link #fits}. */
  private static Field<? extends Number> number(Field<?> field) {
    return field.getType() == Long.class ? field.coerce(Long.class) : field.coerce(Double.class);
  }
}
