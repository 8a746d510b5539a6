package org.stoa.data.format;

import java.util.Objects;
import org.stoa.data.ColumnType;

/**
 * One column of a table in a file.
 *
 * @param name its name, never empty
 * @param label what it means in words, empty when the file does not say
 * @param type what all of its values are
 * @param length how many bytes its longest text takes (CSV), or the bytes that each value occupies
 *     (XPORT); 0 lets the XPORT writer take 8 for what is stored as a number
 * @param format the SAS display format with its dot, such as {@code DATE9.}; empty when there is
 *     none
 * @param reasons whether some of its values are missing for a reason that SAS knows, such as {@code
 *     .A}; {@link RowCursor#missing} tells it
 */
public record ColumnSpec(
    String name, String label, ColumnType type, int length, String format, boolean reasons) {

  /** A column whose missing values are simply missing. */
  public ColumnSpec(String name, String label, ColumnType type, int length, String format) {
    this(name, label, type, length, format, false);
  }

  public ColumnSpec {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(format, "format");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A column needs a name.");
    }
    if (length < 0) {
      throw new IllegalArgumentException("The length of " + name + " is negative: " + length);
    }
  }

  /** The same with another type. */
  public ColumnSpec as(ColumnType other) {
    return new ColumnSpec(name, label, other, length, format, reasons);
  }

  /** The same with another length. */
  public ColumnSpec sized(int other) {
    return new ColumnSpec(name, label, type, other, format, reasons);
  }

  /** The same, telling whether some of its values are missing for a reason. */
  public ColumnSpec withReasons(boolean some) {
    return new ColumnSpec(name, label, type, length, format, some);
  }

  /** A column of texts of at most {@code length} bytes in UTF-8. */
  public static ColumnSpec text(String name, String label, int length) {
    return new ColumnSpec(name, label, ColumnType.TEXT, length, "");
  }

  /** A column of numbers with a fraction. */
  public static ColumnSpec decimal(String name, String label) {
    return new ColumnSpec(name, label, ColumnType.DECIMAL, 0, "");
  }

  /** A column of whole numbers. */
  public static ColumnSpec integer(String name, String label) {
    return new ColumnSpec(name, label, ColumnType.INTEGER, 0, "");
  }

  /** A column of dates, shown by SAS as 05JAN2024. */
  public static ColumnSpec date(String name, String label) {
    return new ColumnSpec(name, label, ColumnType.DATE, 0, "DATE9.");
  }

  /** A column of date-times, shown by SAS as 05JAN2024:10:30:00. */
  public static ColumnSpec dateTime(String name, String label) {
    return new ColumnSpec(name, label, ColumnType.DATETIME, 0, "DATETIME20.");
  }

  /** A column of times of day, shown by SAS as 10:30:00. */
  public static ColumnSpec time(String name, String label) {
    return new ColumnSpec(name, label, ColumnType.TIME, 0, "TIME8.");
  }
}
