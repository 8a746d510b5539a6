package org.stoa.shared;

/** There is no such thing, or it belongs to another organisation; the caller cannot tell which. */
public class NotFoundProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** No {@code what} (such as "study") has this id. */
  public NotFoundProblem(String what, Object id) {
    super("not-found", 404, "Not found", "There is no " + what + " " + id + ".");
    member("id", String.valueOf(id));
  }
}
