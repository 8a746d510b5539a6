package org.stoa.shared;

import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after the cursor of the page before, empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {

  /** The largest page. */
  public static final int MAX_LIMIT = 200;

  /** The size of a page when none is asked for. */
  public static final int DEFAULT_LIMIT = 50;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidProblem("limit", "must be between 1 and " + MAX_LIMIT);
    }
  }

  /** From query parameters; null means that the parameter is missing. */
  public static PageRequest of(Integer limit, String after) {
    return new PageRequest(
        limit == null ? DEFAULT_LIMIT : limit,
        Optional.ofNullable(after).filter(a -> !a.isBlank()));
  }
}
