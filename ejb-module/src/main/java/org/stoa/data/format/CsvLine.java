package org.stoa.data.format;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;
import org.stoa.data.CsvStyle;

/**
 * Writes records of CSV as RFC 4180 has them. A missing value is an empty field and an empty text
 * is two quotes, which tells one from the other when the file is loaded again. Dates and times are
 * ISO 8601.
 */
final class CsvLine {

  private static final String END = "\r\n";
  private static final String BEGINS_FORMULA = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final long MICROS_OF_DAY = 86_400_000_000L;
  private static final int SECOND = 1_000_000;

  private final ColumnType[] types;
  private final boolean harmless;

  /** For rows of these columns. */
  CsvLine(List<ColumnSpec> columns, CsvStyle style) {
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.harmless = style == CsvStyle.SPREADSHEET;
  }

  /** Appends the names of the columns. */
  void header(List<String> names, StringBuilder to) {
    for (int i = 0; i < names.size(); i++) {
      text(names.get(i), separated(i, to));
    }
    to.append(END);
  }

  /** Appends the current row. */
  void row(RowCursor rows, StringBuilder to) {
    for (int i = 0; i < types.length; i++) {
      separated(i, to);
      if (!rows.isMissing(i)) {
        value(rows, i, to);
      }
    }
    to.append(END);
  }

  private static StringBuilder separated(int column, StringBuilder to) {
    return column == 0 ? to : to.append(',');
  }

  private void value(RowCursor rows, int column, StringBuilder to) {
    switch (types[column]) {
      case TEXT -> text(rows.text(column), to);
      case INTEGER -> to.append(rows.integer(column));
      case DECIMAL -> to.append(rows.decimal(column));
      case BOOLEAN -> to.append(rows.bool(column));
      case DATE -> date(rows.epochDay(column), to);
      case DATETIME -> dateTime(rows.epochMicro(column), to);
      case TIME -> time(rows.microOfDay(column), to);
    }
  }

  private void text(String text, StringBuilder to) {
    String written = harmless && isFormula(text) ? "'" + text : text;
    if (needsQuotes(written)) {
      to.append('"').append(written.replace("\"", "\"\"")).append('"');
    } else {
      to.append(written);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return text.isEmpty();
  }

  /** Whether a spreadsheet would run the text. */
  static boolean isFormula(String text) {
    return !text.isEmpty()
        && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }

  private static void date(long epochDay, StringBuilder to) {
    to.append(LocalDate.ofEpochDay(epochDay));
  }

  private static void dateTime(long epochMicro, StringBuilder to) {
    date(Math.floorDiv(epochMicro, MICROS_OF_DAY), to);
    time(Math.floorMod(epochMicro, MICROS_OF_DAY), to.append('T'));
  }

  /** To the second, and as far behind it as there are digits. */
  private static void time(long microOfDay, StringBuilder to) {
    int seconds = (int) (microOfDay / SECOND);
    twoDigits(seconds / 3_600, to);
    twoDigits(seconds / 60 % 60, to.append(':'));
    twoDigits(seconds % 60, to.append(':'));
    int micros = (int) (microOfDay % SECOND);
    if (micros > 0) {
      to.append('.').append(Integer.toString(SECOND + micros), 1, 7);
      while (to.charAt(to.length() - 1) == '0') {
        to.setLength(to.length() - 1);
      }
    }
  }

  private static void twoDigits(int number, StringBuilder to) {
    to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
