package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.stoa.data.ColumnType;

/** Turns values into the bytes of a row. */
final class XportRowWriter {

  private static final byte BLANK = ' ';

  private final List<XportVariable> variables;
  private final byte[] row;

  XportRowWriter(List<XportVariable> variables) {
    this.variables = variables;
    this.row = new byte[variables.stream().mapToInt(XportVariable::length).sum()];
  }

  /** The bytes of the row; the next call uses the same array again. */
  byte[] encode(Object... values) {
    if (values.length != variables.size()) {
      throw new IllegalArgumentException(
          "The row has " + values.length + " values for " + variables.size() + " columns.");
    }
    for (int i = 0; i < values.length; i++) {
      put(variables.get(i), values[i]);
    }
    return row;
  }

  private void put(XportVariable variable, Object value) {
    if (variable.isText()) {
      putText(variable, value);
    } else {
      putNumber(variable, value);
    }
  }

  private void putText(XportVariable variable, Object value) {
    if (value != null && !(value instanceof String)) {
      throw wrongType(variable, value);
    }
    byte[] text = value == null ? new byte[0] : ((String) value).getBytes(UTF_8);
    if (text.length > variable.length()) {
      throw new IllegalArgumentException(
          "The text has " + text.length + " bytes, " + describe(variable) + ": " + value);
    }
    System.arraycopy(text, 0, row, variable.offset(), text.length);
    int end = variable.offset() + variable.length();
    Arrays.fill(row, variable.offset() + text.length, end, BLANK);
  }

  private void putNumber(XportVariable variable, Object value) {
    long bits =
        value == null || value instanceof SasMissing
            ? missing((SasMissing) value)
            : IbmDouble.fromDouble(number(variable, value));
    int length = variable.length();
    if (length < 8 && bits << (8 * length) != 0) {
      throw new IllegalArgumentException(
          "The number needs more bytes, " + describe(variable) + ": " + value);
    }
    for (int i = 0; i < length; i++) {
      row[variable.offset() + i] = (byte) (bits >>> (56 - 8 * i));
    }
  }

  private static long missing(SasMissing value) {
    return (long) (value == null ? '.' : value.code()) << 56;
  }

  private static double number(XportVariable variable, Object value) {
    ColumnType type = variable.column().type();
    if (type == ColumnType.DATE && value instanceof LocalDate date) {
      return SasTime.of(date);
    }
    if (type == ColumnType.DATETIME && value instanceof LocalDateTime dateTime) {
      return SasTime.of(dateTime);
    }
    if (type == ColumnType.TIME && value instanceof LocalTime time) {
      return SasTime.of(time);
    }
    if (value instanceof Number number) {
      return exact(variable, number);
    }
    if (type == ColumnType.BOOLEAN && value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    throw wrongType(variable, value);
  }

  private static double exact(XportVariable variable, Number number) {
    double result = number.doubleValue();
    if (number instanceof Long whole && (long) result != whole) {
      throw new IllegalArgumentException(
          "The number has more digits than SAS keeps, " + describe(variable) + ": " + number);
    }
    return result;
  }

  private static IllegalArgumentException wrongType(XportVariable variable, Object value) {
    return new IllegalArgumentException(
        "Not a value of " + describe(variable) + ": " + value.getClass().getSimpleName());
  }

  private static String describe(XportVariable variable) {
    ColumnSpec column = variable.column();
    return column.name() + " (" + column.type() + ", " + variable.length() + " bytes)";
  }
}
