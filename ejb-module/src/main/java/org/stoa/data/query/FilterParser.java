package org.stoa.data.query;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.stoa.data.FilterProblem;

/**
 * Reads the SQL-like text of a filter. JSqlParser reads it as a condition; the tree is then walked
 * over an allow-list of nodes into a jOOQ condition, in which columns come from the schema and
 * values are bound. So the text itself never becomes part of a statement.
 */
public final class FilterParser {

  private FilterParser() {}

  /**
   * The condition that the text states about the columns of the schema.
   *
   * @param text null or blank states nothing: every row fits
   * @throws FilterProblem with the position, when the text is not a filter over these columns
   */
  public static Condition parse(String text, Schema schema) {
    if (text == null || text.isBlank()) {
      return DSL.noCondition();
    }
    FilterText.check(text);
    return new ConditionWalker(schema).condition(parse(text), Position.START);
  }

  private static Expression parse(String text) {
    try {
      CCJSqlParser parser = new CCJSqlParser(text);
      Expression expression = parser.Expression();
      Token rest = parser.getNextToken();
      if (rest.kind != CCJSqlParserConstants.EOF) {
        throw unexpected(rest, text);
      }
      return expression;
    } catch (ParseException e) {
      throw e.currentToken == null ? unreadable(e) : unexpected(e.currentToken.next, text);
    } catch (TokenMgrException e) {
      throw unreadable(e);
    }
  }

  private static FilterProblem unexpected(Token token, String text) {
    if (token.kind == CCJSqlParserConstants.EOF) {
      int end = text.stripTrailing().length();
      return Position.ofOffset(text, end).problem("The filter ends too early.");
    }
    String shown = Names.shown(token.image);
    return Position.of(token).problem("'" + shown + "' is not expected here.");
  }

  private static FilterProblem unreadable(Throwable cause) {
    FilterProblem problem = Position.START.problem("The text cannot be read as a filter.");
    problem.initCause(cause);
    return problem;
  }
}
