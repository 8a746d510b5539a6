package org.stoa.data.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;

/**
 * Whether texts can be values of a type that a person gave to a column, less strict than a guess.
 */
final class WantedType {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

  private WantedType() {}

  /** Whether the text is a value of the type; a number may lose digits or leading zeros. */
  static boolean fits(byte[] bytes, int start, int end, ColumnType type) {
    return switch (type) {
      case TEXT -> true;
      case INTEGER ->
          isShape(bytes, start, end, ValueShape.INTEGER) || matches(WHOLE, bytes, start, end);
      case DECIMAL ->
          isShape(bytes, start, end, ValueShape.DECIMAL) || matches(NUMBER, bytes, start, end);
      case BOOLEAN -> isShape(bytes, start, end, ValueShape.BOOLEANS);
      case DATE -> isShape(bytes, start, end, ValueShape.DATE);
      case DATETIME -> isShape(bytes, start, end, ValueShape.DATETIME);
      case TIME -> ValueShape.isTime(bytes, start, end);
    };
  }

  /** Whether a text that fits is kept with all of its digits. */
  static boolean isKept(byte[] bytes, int start, int end, ColumnType type) {
    if (type != ColumnType.DECIMAL || isShape(bytes, start, end, ValueShape.DECIMAL)) {
      return true;
    }
    BigDecimal value = new BigDecimal(text(bytes, start, end));
    double nearest = value.doubleValue();
    return Double.isFinite(nearest)
        && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0;
  }

  private static boolean isShape(byte[] bytes, int start, int end, int shape) {
    return ValueShape.of(bytes, start, end, shape) != 0;
  }

  private static boolean matches(Pattern pattern, byte[] bytes, int start, int end) {
    return pattern.matcher(text(bytes, start, end)).matches();
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
