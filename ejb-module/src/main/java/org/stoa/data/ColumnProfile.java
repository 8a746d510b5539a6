package org.stoa.data;

import java.util.List;

/**
 * What the values of a column look like. Values are given as {@link RowPage} gives them.
 *
 * @param nulls how many rows have no value
 * @param distinct how many different values there are, counted exactly; missing is not a value
 * @param min the smallest value, null when there is none
 * @param max the largest value, null when there is none
 * @param examples a few different values, in ascending order
 */
public record ColumnProfile(
    long nulls, long distinct, Object min, Object max, List<Object> examples) {

  public ColumnProfile {
    examples = List.copyOf(examples);
  }
}
