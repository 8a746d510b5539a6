package org.stoa.data;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A question to one version of a dataset.
 *
 * @param dimensions the columns by whose values the rows are grouped; without measures their
 *     different combinations are the answer. Null counts as none
 * @param measures what is computed for each group; without dimensions of all rows. Null counts as
 *     none, but a query needs a dimension or a measure
 * @param filter which rows count, SQL-like: {@code AESER = 'Y' AND AESEV IN ('MODERATE','SEVERE')}.
 *     It knows AND, OR, NOT, =, &lt;&gt;, &lt;, &lt;=, &gt;, &gt;=, IN, LIKE, BETWEEN, IS NULL,
 *     parentheses, and UPPER, LOWER, TRIM, LENGTH of text. Null or blank for all rows
 * @param sort by what the groups are sorted; what it leaves open is settled by the dimensions, so
 *     that the same query gives the same order. Null counts as none
 * @param limit how many groups at most, 1 to {@value #MAX_LIMIT}; null for {@value #DEFAULT_LIMIT}
 * @param version the number of the version to ask; null for the active one
 * @param lookups columns of other datasets that the question names too. Null counts as none
 */
public record Query(
    List<String> dimensions,
    List<Measure> measures,
    String filter,
    List<Sort> sort,
    Integer limit,
    Integer version,
    List<Lookup> lookups) {

  /** The most groups that a query returns. */
  public static final int MAX_LIMIT = 10_000;

  /** How many groups a query returns when it does not say. */
  public static final int DEFAULT_LIMIT = 1_000;

  @JsonbCreator
  public Query {
    dimensions = copy(dimensions);
    measures = copy(measures);
    sort = copy(sort);
    limit = limit == null ? Integer.valueOf(DEFAULT_LIMIT) : limit;
    lookups = copy(lookups);
  }

  /** A question to the active version. */
  public Query(
      List<String> dimensions,
      List<Measure> measures,
      String filter,
      List<Sort> sort,
      Integer limit) {
    this(dimensions, measures, filter, sort, limit, null, List.of());
  }

  /** The same question to a certain version. */
  public Query ofVersion(int number) {
    return new Query(dimensions, measures, filter, sort, limit, number, lookups);
  }

  /** The same question with columns of other datasets. */
  public Query withLookups(List<Lookup> others) {
    return new Query(dimensions, measures, filter, sort, limit, version, others);
  }

  /** A null inside stays, so that a question with one can be refused where it stands. */
  private static <T> List<T> copy(List<T> items) {
    return items == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(items));
  }
}
