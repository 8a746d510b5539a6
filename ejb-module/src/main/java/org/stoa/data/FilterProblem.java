package org.stoa.data;

import org.stoa.shared.Problem;

/** A filter cannot be understood, names what is not there, or asks for more than a filter may. */
public class FilterProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * Something in the text of a filter is wrong.
   *
   * @param line the line, from 1
   * @param column the character in the line, from 1
   * @param reason what is wrong there, as a sentence, and what would be accepted
   */
  public FilterProblem(int line, int column, String reason) {
    super(
        "invalid-filter",
        400,
        "The filter is not valid",
        "Line " + line + ", column " + column + ": " + reason);
    member("field", "filter");
    member("line", line);
    member("column", column);
    member("reason", reason);
  }
}
