package org.stoa.data;

/**
 * A number that a query computes for each group.
 *
 * @param op {@code count} (rows; with a column the rows that have a value), {@code distinct} (how
 *     many different values), {@code sum}, {@code avg}, {@code min}, {@code max}, {@code median} or
 *     {@code stddev} (of the sample); {@code sum}, {@code avg}, {@code median} and {@code stddev}
 *     need a column of numbers
 * @param column what it is computed of; only {@code count} can do without, or with {@code *}
 * @param as the name of the result column; when null {@code count}, or {@code sum_AGE}
 */
public record Measure(String op, String column, String as) {

  /** How many rows there are. */
  public static Measure count(String as) {
    return new Measure("count", null, as);
  }

  /** How many different values a column has. */
  public static Measure distinct(String column, String as) {
    return new Measure("distinct", column, as);
  }
}
