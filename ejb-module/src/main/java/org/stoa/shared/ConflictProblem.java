package org.stoa.shared;

/** The request is well-formed but does not fit what is already there. */
public class ConflictProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * A conflict.
   *
   * @param field the field whose value is taken, or null
   * @param detail what is in the way
   */
  public ConflictProblem(String field, String detail) {
    super("conflict", 409, "In conflict with what exists", detail);
    member("field", field);
  }
}
