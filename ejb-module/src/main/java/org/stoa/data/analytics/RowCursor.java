package org.stoa.data.analytics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.shared.InvalidProblem;

/**
 * Behind which row a page begins. It names the version, so that all pages are of one version even
 * when a new one becomes active in between; and since a version never changes, it stays right.
 *
 * @param version the number of the version
 * @param sorted whether the rows are sorted
 * @param place in the order of the file the row number behind which to begin, when sorted how many
 *     rows came before
 */
public record RowCursor(int version, boolean sorted, long place) {

  private static final Pattern TEXT = Pattern.compile("v([1-9][0-9]{0,8})([rs])([0-9]{1,15})");

  /** Before the first row. */
  public static RowCursor first(int version, boolean sorted) {
    return new RowCursor(version, sorted, sorted ? 0 : -1);
  }

  /**
   * From the text that a page gave.
   *
   * @throws InvalidProblem when no page gave it
   */
  public static RowCursor parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidProblem("after", "is not a cursor that a page of rows gave");
    }
    return new RowCursor(
        Integer.parseInt(matcher.group(1)),
        matcher.group(2).equals("s"),
        Long.parseLong(matcher.group(3)));
  }

  /**
   * The cursor of the next page.
   *
   * @param row the row number of the last row of this page
   * @param rows how many rows this page has
   */
  public RowCursor behind(long row, int rows) {
    return new RowCursor(version, sorted, sorted ? place + rows : row);
  }

  /** The text that finds back here. */
  public String text() {
    return "v" + version + (sorted ? "s" : "r") + place;
  }
}
