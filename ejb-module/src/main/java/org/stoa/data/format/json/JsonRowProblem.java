package org.stoa.data.format.json;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** A row of a JSON file does not fit. Carries {@code row}, counted from 1, and its place. */
public class JsonRowProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private JsonRowProblem(String file, TextPlace place, long row, String name, String detail) {
    super("invalid-row", "A row does not fit", file, place + ": row " + row + " " + detail);
    at(place);
    member("row", row);
    member("name", name);
  }

  /** The row is something else than an object, or than an array of values. */
  static JsonRowProblem shape(
      String file, TextPlace place, long row, String found, String expected) {
    return new JsonRowProblem(
        file, place, row, null, "is " + found + ". Each row must be " + expected + ".");
  }

  /** The row has a member twice. */
  static JsonRowProblem duplicate(String file, TextPlace place, long row, String name) {
    return new JsonRowProblem(file, place, row, name, "has " + name + " twice.");
  }

  /** The row has another number of values than there are columns. */
  static JsonRowProblem width(String file, TextPlace place, long row, int found, int columns) {
    return new JsonRowProblem(
        file,
        place,
        row,
        null,
        "has " + (found > columns ? "more than " + columns : found) + values(found, columns));
  }

  private static String values(int found, int columns) {
    return (found == 1 ? " value" : " values") + ", but there are " + columns + " columns.";
  }

  /** The row has a member that is no column. */
  static JsonRowProblem unknown(String file, TextPlace place, long row, String name) {
    return new JsonRowProblem(
        file, place, row, name, "has a value for " + name + ", which is no column.");
  }

  /** A value of the row is of another type than its column. */
  static JsonRowProblem type(
      String file, TextPlace place, long row, String name, String declared, String found) {
    return new JsonRowProblem(
        file,
        place,
        row,
        name,
        "has " + found + " in " + name + ", which is declared as " + declared + ".");
  }
}
