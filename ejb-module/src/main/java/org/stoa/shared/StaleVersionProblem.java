package org.stoa.shared;

/** Somebody else changed the thing since it was read. */
public class StaleVersionProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The version that the caller had, and the one that is there now. */
  public StaleVersionProblem(String expected, String current) {
    super(
        "stale-version",
        412,
        "Changed in the meantime",
        "You changed version " + expected + ", the newest is " + current + ". Read it again.");
    member("current", current);
  }
}
