package org.stoa.data.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;

/** The comparisons that a filter knows. */
enum Comparison {
  EQUAL(Comparator.EQUALS),
  UNEQUAL(Comparator.NOT_EQUALS),
  LESS(Comparator.LESS),
  LESS_OR_EQUAL(Comparator.LESS_OR_EQUAL),
  GREATER(Comparator.GREATER),
  GREATER_OR_EQUAL(Comparator.GREATER_OR_EQUAL);

  private static final Map<Class<?>, Comparison> KNOWN =
      Map.of(
          EqualsTo.class, EQUAL,
          NotEqualsTo.class, UNEQUAL,
          MinorThan.class, LESS,
          MinorThanEquals.class, LESS_OR_EQUAL,
          GreaterThan.class, GREATER,
          GreaterThanEquals.class, GREATER_OR_EQUAL);

  private final Comparator comparator;

  Comparison(Comparator comparator) {
    this.comparator = comparator;
  }

  /** The comparison of a parsed operator; empty for those that a filter does not know. */
  static Optional<Comparison> of(ComparisonOperator operator) {
    boolean plain =
        operator.getOldOracleJoinSyntax() == 0 && operator.getOraclePriorPosition() == 0;
    return plain ? Optional.ofNullable(KNOWN.get(operator.getClass())) : Optional.empty();
  }

  /** The comparison that says the same with the sides exchanged. */
  Comparison swapped() {
    return switch (this) {
      case EQUAL, UNEQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /** Both sides were checked to be comparable, which the compiler cannot see. */
  Condition apply(Field<?> left, Field<?> right) {
    return untyped(left).compare(comparator, untyped(right));
  }

  static Condition isIn(Field<?> left, List<Field<?>> values) {
    return untyped(left).in(values);
  }

  static Condition isBetween(Field<?> left, Field<?> low, Field<?> high) {
    return untyped(left).between(untyped(low), untyped(high));
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> untyped(Field<?> field) {
    return (Field<Object>) field;
  }
}
