package org.stoa.data.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;

/** Walks a parsed filter. What is not on its list of nodes is refused where it stands. */
final class ConditionWalker {

  private static final int MOST_IN_A_LIST = 1_000;
  private static final int DEEPEST = 200;

  private final Operands operands;
  private int depth;

  ConditionWalker(Schema schema) {
    this.operands = new Operands(schema);
  }

  Condition condition(Expression expression, Position around) {
    Position position = Position.of(expression.getASTNode(), around);
    if (++depth > DEEPEST) {
      throw position.problem("The filter is nested more than " + DEEPEST + " deep.");
    }
    Condition condition = known(expression, position);
    depth--;
    return condition;
  }

  private Condition known(Expression expression, Position position) {
    Class<?> type = expression.getClass();
    if (type == AndExpression.class) {
      return DSL.and(all((AndExpression) expression, position));
    }
    if (type == OrExpression.class) {
      return DSL.or(all((OrExpression) expression, position));
    }
    if (type == NotExpression.class && !((NotExpression) expression).isExclamationMark()) {
      return DSL.not(condition(((NotExpression) expression).getExpression(), position));
    }
    if (type == ParenthesedExpressionList.class && ((ExpressionList<?>) expression).size() == 1) {
      return condition(((ExpressionList<?>) expression).get(0), position);
    }
    if (expression instanceof ComparisonOperator comparison) {
      return comparison(comparison, position);
    }
    if (type == InExpression.class) {
      return in((InExpression) expression, position);
    }
    if (type == Between.class) {
      return between((Between) expression, position);
    }
    if (type == LikeExpression.class) {
      return new LikeCondition(operands).of((LikeExpression) expression, position);
    }
    if (type == IsNullExpression.class) {
      return isNull((IsNullExpression) expression, position);
    }
    if (type == Column.class) {
      return truth((Column) expression, position);
    }
    throw position.problem(
        "A filter compares columns with values: =, <>, <, <=, >, >=, IN, LIKE, BETWEEN, IS NULL,"
            + " joined by AND, OR, NOT.");
  }

  /**
   * The parts of {@code a AND b AND c}, which the parser nests to the left as deep as it is long.
   */
  private List<Condition> all(BinaryExpression chain, Position position) {
    Deque<Expression> parts = new ArrayDeque<>();
    Expression left = chain;
    while (left.getClass() == chain.getClass()) {
      parts.push(((BinaryExpression) left).getRightExpression());
      left = ((BinaryExpression) left).getLeftExpression();
    }
    parts.push(left);
    return parts.stream().map(part -> condition(part, position)).toList();
  }

  private Condition comparison(ComparisonOperator comparison, Position position) {
    Comparison operator =
        Comparison.of(comparison)
            .orElseThrow(
                () ->
                    position.problem(
                        "The operator "
                            + comparison.getStringExpression()
                            + " is not allowed. Known are =, <>, <, <=, >, >=."));
    Optional<Operand> left = operands.find(comparison.getLeftExpression(), position);
    Optional<Operand> right = operands.find(comparison.getRightExpression(), position);
    if (left.isPresent()) {
      Field<?> other = value(comparison.getRightExpression(), right, left.get(), position);
      return operator.apply(left.get().field(), other);
    }
    if (right.isPresent()) {
      Field<?> other = Literals.bind(comparison.getLeftExpression(), right.get(), position);
      return operator.swapped().apply(right.get().field(), other);
    }
    throw position.problem("Compare a column with a value. There is no column on either side.");
  }

  private Field<?> value(
      Expression expression, Optional<Operand> found, Operand left, Position position) {
    if (found.isEmpty()) {
      return Literals.bind(expression, left, position);
    }
    Operand right = found.get();
    if (!left.matches(right)) {
      throw Position.of(expression.getASTNode(), position)
          .problem(
              left.shown()
                  + " and "
                  + right.shown()
                  + " cannot be compared: the one holds "
                  + Literals.plural(left.type())
                  + " The other holds "
                  + Literals.plural(right.type()));
    }
    return right.field();
  }

  private Condition in(InExpression in, Position position) {
    Operand left = operand(in.getLeftExpression(), position);
    if (in.isGlobal() || in.getRightExpression().getClass() != ParenthesedExpressionList.class) {
      throw position.problem("After IN comes a list of values in parentheses: IN ('A', 'B').");
    }
    ExpressionList<?> list = (ExpressionList<?>) in.getRightExpression();
    if (list.isEmpty() || list.size() > MOST_IN_A_LIST) {
      throw position.problem("A list after IN has 1 to " + MOST_IN_A_LIST + " values.");
    }
    List<Field<?>> values = new ArrayList<>();
    list.forEach(value -> values.add(Literals.bind(value, left, position)));
    Condition condition = Comparison.isIn(left.field(), values);
    return in.isNot() ? condition.not() : condition;
  }

  private Condition between(Between between, Position position) {
    if (between.isUsingSymmetric() || between.isUsingAsymmetric()) {
      throw position.problem("Write BETWEEN the smaller AND the larger value.");
    }
    Operand left = operand(between.getLeftExpression(), position);
    Field<?> low = bound(between.getBetweenExpressionStart(), left, position);
    Field<?> high = bound(between.getBetweenExpressionEnd(), left, position);
    Condition condition = Comparison.isBetween(left.field(), low, high);
    return between.isNot() ? condition.not() : condition;
  }

  private Field<?> bound(Expression expression, Operand left, Position position) {
    return value(expression, operands.find(expression, position), left, position);
  }

  private Condition isNull(IsNullExpression isNull, Position position) {
    Field<?> field = operand(isNull.getLeftExpression(), position).field();
    return isNull.isNot() ? field.isNotNull() : field.isNull();
  }

  private Condition truth(Column column, Position position) {
    Operand operand = operand(column, position);
    if (operand.type() != ColumnType.BOOLEAN) {
      throw position.problem(
          operand.shown()
              + " alone is not a condition: it holds "
              + Literals.plural(operand.type())
              + " Compare it with a value.");
    }
    return DSL.condition(operand.field().coerce(Boolean.class));
  }

  private Operand operand(Expression expression, Position position) {
    return operands
        .find(expression, position)
        .orElseThrow(() -> position.problem("A column is expected here, not a value."));
  }
}
