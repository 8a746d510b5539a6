package org.stoa.data.format;

/** A table is wider than can be loaded. */
public class TooManyColumnsProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** More columns than {@code limit}. */
  public TooManyColumnsProblem(String file, int limit) {
    super(
        "too-many-columns",
        "There are too many columns",
        file,
        "it has more than " + limit + " columns. Split it into narrower files.");
    member("limit", limit);
  }
}
