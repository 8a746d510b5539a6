package org.stoa.shared;

import java.util.List;

/** One or more fields of the input are wrong. Nothing was changed. */
public class InvalidProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with one field.
   *
   * @param field its name or path, such as {@code measures[0].op}
   * @param message why its value is refused, and what would be accepted
   */
  public record FieldError(String field, String message) {}

  /** One field is wrong. */
  public InvalidProblem(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** Several fields are wrong; all are told at once. */
  public InvalidProblem(List<FieldError> errors) {
    super("invalid", 400, "The input is not valid", summary(errors));
    member("errors", List.copyOf(errors));
  }

  private static String summary(List<FieldError> errors) {
    FieldError first = errors.get(0);
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    return first.field() + ": " + first.message() + more;
  }
}
