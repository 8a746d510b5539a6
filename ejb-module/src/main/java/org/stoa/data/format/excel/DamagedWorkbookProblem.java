package org.stoa.data.format.excel;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.Place;

/** A workbook does not hold what Excel would have written. */
public class DamagedWorkbookProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A damaged workbook.
   *
   * @param place the cell or the part where it shows
   * @param detail what is wrong there
   */
  public DamagedWorkbookProblem(String file, Place place, String detail) {
    super(
        "damaged-workbook",
        "The workbook is damaged",
        file,
        place + ": " + detail + ". Save it again in Excel, and check that it was copied whole.");
    at(place);
  }
}
