package org.stoa.shared;

/** Nobody is signed in, or what was shown does not prove it. */
public class UnauthenticatedProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Nothing was shown. */
  public UnauthenticatedProblem() {
    this("Sign in, or send a valid access token as 'Authorization: Bearer …'.");
  }

  /** Something was shown, and it was refused for this reason. */
  public UnauthenticatedProblem(String detail) {
    super("unauthenticated", 401, "Not signed in", detail);
  }
}
