package org.stoa.data.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Column;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;

/** Finds the column that an expression names, or the allowed function of one. */
final class Operands {

  private static final List<String> FUNCTIONS = List.of("UPPER", "LOWER", "TRIM", "LENGTH");

  private final Schema schema;

  Operands(Schema schema) {
    this.schema = schema;
  }

  /** The operand, or empty when the expression is something else, such as a value. */
  Optional<Operand> find(Expression expression, Position around) {
    Position position = Position.of(expression.getASTNode(), around);
    if (expression.getClass() == Column.class) {
      return Optional.of(column((Column) expression, position));
    }
    if (expression.getClass() == Function.class) {
      return Optional.of(function((Function) expression, position));
    }
    if (expression.getClass() == TrimFunction.class) {
      return Optional.of(trim((TrimFunction) expression, position));
    }
    if (expression.getClass() == ParenthesedExpressionList.class) {
      ExpressionList<?> list = (ExpressionList<?>) expression;
      return list.size() == 1 ? find(list.get(0), position) : Optional.empty();
    }
    return Optional.empty();
  }

  private Operand column(Column column, Position position) {
    String name = name(column, position);
    return schema
        .find(name)
        .map(Operand::of)
        .orElseThrow(() -> position.problem(schema.unknown(name)));
  }

  /**
   * The name as it is written. The parser takes a dot for the end of a table's name, also within
   * quotes, so the tokens are asked: the name of a column may have dots.
   */
  private static String name(Column column, Position position) {
    if (column.getOldOracleJoinSyntax() != 0 || column.getArrayConstructor() != null) {
      throw position.problem("Write the name of a column alone, without anything around it.");
    }
    Token last = column.getASTNode().jjtGetLastToken();
    StringBuilder name = new StringBuilder();
    for (Token token = column.getASTNode().jjtGetFirstToken(); ; token = token.next) {
      if (!isNameOrDot(token.image)) {
        throw position.problem("Write the name of a column alone, without anything around it.");
      }
      name.append(unquoted(token.image));
      if (token == last) {
        return name.toString();
      }
    }
  }

  private static boolean isNameOrDot(String token) {
    return token.equals(".")
        || token.startsWith("\"")
        || token.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private Operand function(Function function, Position position) {
    String name = String.valueOf(function.getName()).toUpperCase(Locale.ROOT);
    if (!FUNCTIONS.contains(name)) {
      throw position.problem(
          "The function " + Names.shown(name) + " is not allowed." + Names.hint(name, FUNCTIONS));
    }
    ExpressionList<?> arguments = function.getParameters();
    if (arguments == null
        || arguments.size() != 1
        || !function.toString().equals(function.getName() + "(" + arguments.get(0) + ")")) {
      throw position.problem(name + " takes one column and nothing else.");
    }
    return apply(name, arguments.get(0), position);
  }

  private Operand trim(TrimFunction trim, Position position) {
    if (trim.getTrimSpecification() != null || trim.getFromExpression() != null) {
      throw position.problem("TRIM takes one column and nothing else.");
    }
    return apply("TRIM", trim.getExpression(), position);
  }

  private Operand apply(String name, Expression argument, Position position) {
    Operand inner =
        find(argument, position)
            .orElseThrow(() -> position.problem(name + " takes a column, not a value."));
    if (inner.type() != ColumnType.TEXT) {
      throw position.problem(
          name + " is for text, but " + inner.shown() + " holds " + Literals.plural(inner.type()));
    }
    ColumnType type = name.equals("LENGTH") ? ColumnType.INTEGER : ColumnType.TEXT;
    return new Operand(called(name, inner.text()), type, name + "(" + inner.shown() + ")");
  }

  private static Field<?> called(String name, Field<String> text) {
    return switch (name) {
      case "UPPER" -> DSL.upper(text);
      case "LOWER" -> DSL.lower(text);
      case "TRIM" -> DSL.trim(text);
      default -> DSL.length(text);
    };
  }
}
