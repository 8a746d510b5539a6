package org.stoa.data.format;

/** A column cannot be told by its name. The place is null for a format without lines. */
public class HeaderProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "The column names are not valid";

  private HeaderProblem(String file, int field, String detail) {
    super("invalid-header", TITLE, file, detail);
    member("field", field);
  }

  /** Column {@code field} (counted from 1) has no name. */
  public static HeaderProblem empty(String file, int field, Place place) {
    HeaderProblem problem =
        new HeaderProblem(
            file,
            field,
            prefix(place)
                + "column "
                + field
                + " has no name. Each column needs one in the header.");
    problem.whereKnown(place);
    return problem;
  }

  /** Columns {@code first} and {@code second} have the same name, whatever the case of letters. */
  public static HeaderProblem duplicate(
      String file, String name, int first, int second, Place place) {
    HeaderProblem problem =
        new HeaderProblem(
            file,
            second,
            prefix(place)
                + "columns "
                + first
                + " and "
                + second
                + " are both named "
                + name
                + ".");
    problem.whereKnown(place);
    problem.member("name", name);
    return problem;
  }

  /** The name of a column has a control character, or is longer than can be kept. */
  public static HeaderProblem unusable(String file, int field, Place place, String why) {
    HeaderProblem problem =
        new HeaderProblem(
            file,
            field,
            prefix(place) + "the name of column " + field + " cannot be used: " + why + ".");
    problem.whereKnown(place);
    return problem;
  }

  private static String prefix(Place place) {
    return place == null ? "" : place + ": ";
  }

  private void whereKnown(Place place) {
    if (place != null) {
      at(place);
    }
  }
}
