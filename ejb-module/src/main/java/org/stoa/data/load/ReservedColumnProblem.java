package org.stoa.data.load;

import org.stoa.data.format.FileProblem;

/** A column has a name that the room needs for itself. */
public class ReservedColumnProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** The column of the dataset cannot be named like this. */
  public ReservedColumnProblem(String file, String column) {
    super(
        "reserved-column",
        "The name of a column is reserved",
        file,
        "no column can be called " + column + ". Rename it.");
    member("name", column);
  }
}
