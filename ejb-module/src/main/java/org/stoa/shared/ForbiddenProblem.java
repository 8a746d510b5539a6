package org.stoa.shared;

/** The actor is known but lacks the permission. */
public class ForbiddenProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The permission that is missing. */
  public ForbiddenProblem(String permission) {
    super("forbidden", 403, "Not allowed", "This needs the permission " + permission + ".");
    member("permission", permission);
  }
}
