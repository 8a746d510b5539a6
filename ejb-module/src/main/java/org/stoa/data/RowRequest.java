package org.stoa.data;

import java.util.List;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.PageRequest;

/**
 * Which rows are wanted.
 *
 * @param version the number of a version; null for the one that the cursor names, else the active
 * @param filter SQL-like text as in {@link Query}; null or blank for all rows
 * @param sort a column, with {@code -} before it for descending; null for the order of the file
 * @param limit how many rows at most, 1 to {@value PageRequest#MAX_LIMIT}
 * @param after the cursor of the page before; null for the first page
 * @param lookups columns of other datasets, shown after the others; the filter may name them. Null
 *     counts as none
 */
public record RowRequest(
    Integer version, String filter, String sort, int limit, String after, List<Lookup> lookups) {

  public RowRequest {
    lookups = lookups == null ? List.of() : List.copyOf(lookups);
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw new InvalidProblem("limit", "must be between 1 and " + PageRequest.MAX_LIMIT);
    }
  }

  /** Rows with the columns of the dataset alone. */
  public RowRequest(Integer version, String filter, String sort, int limit, String after) {
    this(version, filter, sort, limit, after, List.of());
  }

  /** The first rows of the active version, in the order of the file. */
  public static RowRequest first(int limit) {
    return new RowRequest(null, null, null, limit, null);
  }

  /** The same for the rows that fit the filter. */
  public RowRequest where(String condition) {
    return new RowRequest(version, condition, sort, limit, after, lookups);
  }

  /** The same for a version that is not the active one. */
  public RowRequest ofVersion(int number) {
    return new RowRequest(number, filter, sort, limit, after, lookups);
  }

  /** The page behind the cursor. */
  public RowRequest after(String cursor) {
    return new RowRequest(version, filter, sort, limit, cursor, lookups);
  }

  /** The same with columns of other datasets. */
  public RowRequest withLookups(List<Lookup> others) {
    return new RowRequest(version, filter, sort, limit, after, others);
  }
}
