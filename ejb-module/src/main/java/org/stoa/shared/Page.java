package org.stoa.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list that is read by keyset.
 *
 * @param items the items, at most as many as were asked for
 * @param next the cursor behind which the next page begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of a result that was read with one item more than the limit.
   *
   * @param cursor tells the cursor of an item
   */
  public static <T> Page<T> of(List<T> readOneMore, int limit, Function<T, String> cursor) {
    if (readOneMore.size() <= limit) {
      return new Page<>(readOneMore, Optional.empty());
    }
    List<T> items = readOneMore.subList(0, limit);
    return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
  }

  /** The same page with each item turned into something else. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
