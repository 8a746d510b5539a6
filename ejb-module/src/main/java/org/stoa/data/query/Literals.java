package org.stoa.data.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;

/** Turns a value that a filter states into a bound value that fits what it is compared with. */
final class Literals {

  private Literals() {}

  /**
   * The value, bound.
   *
   * @param operand what it is compared with, which decides its type
   */
  static Param<?> bind(Expression literal, Operand operand, Position around) {
    Position position = Position.of(literal.getASTNode(), around);
    if (literal.getClass() == ParenthesedExpressionList.class
        && ((ExpressionList<?>) literal).size() == 1) {
      return bind(((ExpressionList<?>) literal).get(0), operand, position);
    }
    if (literal.getClass() == NullValue.class) {
      throw position.problem(
          "Nothing equals NULL. Write " + operand.shown() + " IS NULL, or IS NOT NULL.");
    }
    try {
      return DSL.val(value(literal, operand.type()).orElseThrow(() -> unfit(operand, position)));
    } catch (DateTimeException | NumberFormatException e) {
      throw unfit(operand, position);
    }
  }

  /** The text that stands between quotes, or empty when the expression is not a text. */
  static Optional<String> text(Expression literal) {
    if (literal.getClass() != StringValue.class) {
      return Optional.empty();
    }
    StringValue string = (StringValue) literal;
    boolean plain = string.getPrefix() == null && "'".equals(string.getQuoteStr());
    return plain ? Optional.of(string.getValue().replace("''", "'")) : Optional.empty();
  }

  /** How a message calls values of the type. */
  static String plural(ColumnType type) {
    return switch (type) {
      case TEXT -> "text.";
      case INTEGER -> "whole numbers.";
      case DECIMAL -> "numbers.";
      case BOOLEAN -> "TRUE and FALSE.";
      case DATE -> "dates.";
      case DATETIME -> "dates with times.";
      case TIME -> "times of day.";
    };
  }

  private static Optional<?> value(Expression literal, ColumnType type) {
    return switch (type) {
      case TEXT -> text(literal);
      case INTEGER, DECIMAL -> number(literal, type);
      case BOOLEAN -> truth(literal);
      case DATE -> moment(literal).map(LocalDate::parse);
      case DATETIME -> moment(literal).map(Literals::dateTime);
      case TIME -> moment(literal).map(LocalTime::parse);
    };
  }

  private static Optional<?> number(Expression literal, ColumnType type) {
    return digits(literal).map(BigDecimal::new).map(number -> exact(number, type));
  }

  /** A whole number for a column of whole numbers, else the nearest double, as the column holds. */
  private static Object exact(BigDecimal number, ColumnType type) {
    int wholeDigits = number.precision() - number.scale();
    if (type == ColumnType.INTEGER && number.scale() <= 0 && wholeDigits < 19) {
      return number.longValueExact();
    }
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new NumberFormatException("out of range");
    }
    return value;
  }

  private static Optional<String> digits(Expression literal) {
    if (literal.getClass() == LongValue.class || literal.getClass() == DoubleValue.class) {
      return Optional.of(literal.toString());
    }
    if (literal.getClass() == SignedExpression.class) {
      SignedExpression signed = (SignedExpression) literal;
      boolean known = signed.getSign() == '-' || signed.getSign() == '+';
      boolean once = signed.getExpression().getClass() != SignedExpression.class;
      return known && once
          ? digits(signed.getExpression()).map(digits -> signed.getSign() + digits)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Boolean> truth(Expression literal) {
    return literal.getClass() == BooleanValue.class
        ? Optional.of(((BooleanValue) literal).getValue())
        : Optional.empty();
  }

  private static Optional<String> moment(Expression literal) {
    if (literal.getClass() == DateTimeLiteralExpression.class) {
      String quoted = ((DateTimeLiteralExpression) literal).getValue();
      return Optional.of(quoted.substring(1, quoted.length() - 1));
    }
    return text(literal);
  }

  /** ISO 8601, with {@code T} or a blank before the time; a date alone means its midnight. */
  private static LocalDateTime dateTime(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static RuntimeException unfit(Operand operand, Position position) {
    String example =
        switch (operand.type()) {
          case TEXT -> "Compare it with text in single quotes, such as 'Y'.";
          case INTEGER, DECIMAL -> "Compare it with a number without quotes, such as 65.";
          case BOOLEAN -> "Compare it with TRUE or FALSE.";
          case DATE -> "Compare it with a date such as '2024-02-29'.";
          case DATETIME -> "Compare it with a date and time such as '2024-02-29T08:30:00'.";
          case TIME -> "Compare it with a time such as '08:30:00'.";
        };
    return position.problem(operand.shown() + " holds " + plural(operand.type()) + " " + example);
  }
}
