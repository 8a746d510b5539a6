package org.stoa.shared.web;

import org.stoa.shared.Problem;

/** The body of the request is no JSON, or not of the shape that is wanted. */
final class MalformedBodyProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private MalformedBodyProblem(String detail) {
    super("malformed-body", 400, "The body is not the JSON that is wanted", detail);
  }

  static MalformedBodyProblem missing() {
    return new MalformedBodyProblem("A JSON body is wanted, and there is none.");
  }

  static MalformedBodyProblem notUtf8() {
    return new MalformedBodyProblem("The body is not UTF-8.");
  }

  static MalformedBodyProblem at(long line, long column, String detail) {
    MalformedBodyProblem problem = new MalformedBodyProblem(detail);
    problem.member("line", line);
    problem.member("column", column);
    return problem;
  }

  static MalformedBodyProblem inField(String field, String detail) {
    MalformedBodyProblem problem = new MalformedBodyProblem(detail);
    problem.member("field", field);
    return problem;
  }

  static MalformedBodyProblem shape(String detail) {
    return new MalformedBodyProblem(detail);
  }
}
