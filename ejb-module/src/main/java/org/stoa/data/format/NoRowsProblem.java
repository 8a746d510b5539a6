package org.stoa.data.format;

/** A table has columns, but not one row. */
public class NoRowsProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** A CSV file that ends after its header. */
  public NoRowsProblem(String file) {
    super(
        "no-rows",
        "There are no rows",
        file,
        "line 1 is a header, and no row follows it. A dataset needs at least one row.");
    at(new TextPlace(1, 1));
  }

  /** A member of a SAS file without observations. */
  public NoRowsProblem(String file, String dataset) {
    super(
        "no-rows",
        "There are no rows",
        file,
        dataset + " has no observation. A dataset needs at least one row.");
    member("dataset", dataset);
  }
}
