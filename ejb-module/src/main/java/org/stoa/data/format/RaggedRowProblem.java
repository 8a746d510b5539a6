package org.stoa.data.format;

/** A record has more or fewer fields than the header. */
public class RaggedRowProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A ragged record.
   *
   * @param line the line on which the record begins
   * @param expected the number of fields in the header
   * @param found the number of fields in the record; 0 for an empty line
   */
  public RaggedRowProblem(String file, long line, int expected, int found) {
    super(
        "ragged-row",
        "A row does not fit the header",
        file,
        found == 0
            ? "line "
                + line
                + " is empty, and rows follow it. Each row needs "
                + fields(expected)
                + "."
            : "line " + line + " has " + fields(found) + ", the header has " + expected + ".");
    at(new TextPlace(line, 1));
    member("expected", expected);
    member("found", found);
  }

  private static String fields(int number) {
    return number == 1 ? "1 field" : number + " fields";
  }
}
