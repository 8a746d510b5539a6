package org.stoa.data.format.sas7;

import org.stoa.data.format.FileProblem;

/** A SAS dataset does not hold what its headers promise. */
public class DamagedSasProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A damaged file.
   *
   * @param page the page where it shows, counted from 1; 0 for the header of the file
   * @param detail what is wrong there
   */
  public DamagedSasProblem(String file, long page, String detail) {
    super(
        "damaged-sas",
        "The SAS dataset is damaged",
        file,
        detail
            + (page == 0 ? " (in the header)" : " (on page " + page + ")")
            + ". Export it again, and check that it was copied whole.");
    member("page", page);
  }
}
