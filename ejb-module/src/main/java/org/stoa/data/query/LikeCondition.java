package org.stoa.data.query;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import org.jooq.Condition;
import org.stoa.data.ColumnType;

/**
 * Reads {@code A LIKE 'x%'}: text against a pattern, in which {@code %} and {@code _} stand for
 * any.
 */
final class LikeCondition {

  private final Operands operands;

  LikeCondition(Operands operands) {
    this.operands = operands;
  }

  Condition of(LikeExpression like, Position position) {
    if (like.getLikeKeyWord() != LikeExpression.KeyWord.LIKE || like.isUseBinary()) {
      throw position.problem("Of this kind only LIKE is known. UPPER(…) LIKE 'ABC%' ignores case.");
    }
    Operand left =
        operands
            .find(like.getLeftExpression(), position)
            .filter(operand -> operand.type() == ColumnType.TEXT)
            .orElseThrow(() -> position.problem("Before LIKE comes a column of text."));
    String pattern = pattern(like.getRightExpression(), position);
    Condition condition =
        like.getEscape() == null
            ? left.text().like(pattern)
            : left.text().like(pattern, escape(like.getEscape(), pattern, position));
    return like.isNot() ? condition.not() : condition;
  }

  private static String pattern(Expression expression, Position position) {
    return Literals.text(expression)
        .orElseThrow(() -> position.problem("After LIKE comes a pattern in quotes: 'ABC%'."));
  }

  private static char escape(Expression expression, String pattern, Position position) {
    String escape = Literals.text(expression).orElse("");
    if (escape.length() != 1) {
      throw position.problem("After ESCAPE comes one character in quotes.");
    }
    char character = escape.charAt(0);
    if (!escapesWell(pattern, character)) {
      throw position.problem(
          "In the pattern, " + escape + " must stand before %, _ or " + escape + ".");
    }
    return character;
  }

  private static boolean escapesWell(String pattern, char escape) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == escape) {
        i++;
        if (i == pattern.length() || !isSpecial(pattern.charAt(i), escape)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSpecial(char c, char escape) {
    return c == '%' || c == '_' || c == escape;
  }
}
