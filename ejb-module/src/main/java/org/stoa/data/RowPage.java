package org.stoa.data;

import java.util.List;
import java.util.Optional;

/**
 * A page of rows of one version.
 *
 * <p>Values are safe for JSON: text; whole numbers as {@link Long}, or as text when they lie beyond
 * 2<sup>53</sup>, where JavaScript would round them; fractions as {@link Double}; {@link Boolean};
 * dates, times and both as ISO 8601 text ({@code 2024-02-29}, {@code 08:30:00}, {@code
 * 2024-02-29T08:30:00}); null when missing. Numbers that JSON cannot write are the texts {@code
 * NaN}, {@code Infinity} and {@code -Infinity}.
 *
 * @param version the number of the version that was read
 * @param columns name, label and type of each column, in the order of the file
 * @param rows for each row its values, in the order of the columns
 * @param next the cursor behind which the next page begins; it keeps to the same version. Empty on
 *     the last page
 */
public record RowPage(
    int version, List<RowColumn> columns, List<List<Object>> rows, Optional<String> next) {

  /**
   * A column of the page.
   *
   * @param name its name
   * @param label what it means; null when the file does not say
   * @param type what its values are
   */
  public record RowColumn(String name, String label, ColumnType type) {}

  public RowPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
