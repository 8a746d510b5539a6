package org.stoa.data.format.excel;

import java.util.List;
import org.stoa.data.format.FileProblem;

/** The sheet that was chosen is not in the workbook. */
public class UnknownSheetProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * An unknown sheet.
   *
   * @param sheet the name that was chosen
   * @param sheets the names that there are
   */
  public UnknownSheetProblem(String file, String sheet, List<String> sheets) {
    super(
        "unknown-sheet",
        "There is no such sheet",
        file,
        "it has no sheet '" + sheet + "'. Its sheets are: " + String.join(", ", sheets) + ".");
    member("sheet", sheet);
    member("sheets", List.copyOf(sheets));
  }
}
