package org.stoa.data.analytics;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns values of DuckDB into values that JSON can carry, as {@link org.stoa.data.RowPage} says.
 */
final class JsonValues {

  /** The largest whole number up to which JavaScript knows every one. */
  private static final long LARGEST_SAFE = (1L << 53) - 1;

  private JsonValues() {}

  /** The current row from one column to another, both counted from 1 and included. */
  static List<Object> row(ResultSet result, int from, int to) throws SQLException {
    List<Object> row = new ArrayList<>(to - from + 1);
    for (int i = from; i <= to; i++) {
      row.add(of(result.getObject(i)));
    }
    return Collections.unmodifiableList(row);
  }

  /** One value. */
  static Object of(Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? (Object) number : number.toString();
    }
    if (value instanceof BigInteger number) {
      return number.bitLength() < Long.SIZE ? whole(number.longValue()) : number.toString();
    }
    if (value instanceof Number number) {
      return whole(number.longValue());
    }
    return moment(value);
  }

  private static Object whole(long number) {
    return Math.abs(number) <= LARGEST_SAFE ? (Object) number : Long.toString(number);
  }

  private static String moment(Object value) {
    if (value instanceof LocalDate date) {
      return ISO_LOCAL_DATE.format(date);
    }
    if (value instanceof LocalTime time) {
      return ISO_LOCAL_TIME.format(time);
    }
    if (value instanceof Timestamp timestamp) {
      return ISO_LOCAL_DATE_TIME.format(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDateTime dateTime) {
      return ISO_LOCAL_DATE_TIME.format(dateTime);
    }
    throw new IllegalStateException("A value of " + value.getClass() + " is not known here.");
  }
}
