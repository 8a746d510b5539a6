package org.stoa.data.format;

import java.util.List;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;
import org.stoa.data.CsvStyle;

/**
 * Writes records of CSV as RFC 4180 has them. A missing value is an empty field and an empty text
 * is two quotes, which tells one from the other when the file is loaded again.
 */
public final class CsvLine {

  /** What a file for spreadsheets begins with. */
  public static final char MARK = '\uFEFF';

  private static final String END = "\r\n";
  private static final String NEEDS_QUOTES = ",\"\r\n";
  private static final String BEGINS_FORMULA = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final List<ColumnType> types;
  private final boolean harmless;

  /** For rows of these columns. */
  public CsvLine(List<ColumnType> types, CsvStyle style) {
    this.types = List.copyOf(types);
    this.harmless = style == CsvStyle.SPREADSHEET;
  }

  /** Appends the names of the columns. */
  public void header(List<String> names, StringBuilder to) {
    for (int i = 0; i < names.size(); i++) {
      text(names.get(i), separated(i, to));
    }
    to.append(END);
  }

  /** Appends one row, whose values are those of {@link org.stoa.data.RowPage}. */
  public void row(List<?> values, StringBuilder to) {
    for (int i = 0; i < values.size(); i++) {
      value(values.get(i), types.get(i), separated(i, to));
    }
    to.append(END);
  }

  private static StringBuilder separated(int column, StringBuilder to) {
    return column == 0 ? to : to.append(',');
  }

  private void value(Object value, ColumnType type, StringBuilder to) {
    if (value != null && type == ColumnType.TEXT) {
      text(value.toString(), to);
    } else if (value != null) {
      to.append(value);
    }
  }

  private void text(String text, StringBuilder to) {
    String written = harmless && isFormula(text) ? "'" + text : text;
    if (written.isEmpty() || written.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)) {
      to.append('"').append(written.replace("\"", "\"\"")).append('"');
    } else {
      to.append(written);
    }
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}
