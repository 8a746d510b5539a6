package org.stoa.data.format.sas7;

import org.stoa.data.format.FileProblem;

/** A SAS dataset uses something that cannot be read. */
public class UnsupportedSasProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A dataset with something unknown.
   *
   * @param what it is, such as "rows that were deleted"
   */
  public UnsupportedSasProblem(String file, String what) {
    super(
        "unsupported-sas",
        "This kind of SAS dataset cannot be read",
        file,
        "it has " + what + ". Copy it in SAS to a new dataset, or export it as XPORT.");
    member("what", what);
  }
}
