package org.stoa.work.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * How many jobs were submitted, by what is there and what has ended: who was submitted is one or
 * the other. A job that ended just around an instant may be counted with the next one.
 *
 * @param <K> by what they are told apart
 */
public final class Submitted<K> {

  /**
   * What is known of the jobs of a key.
   *
   * @param key the key
   * @param there how many wait or run at the instant, if that was counted
   * @param ended how many ended within the span that begins there
   */
  public record Known<K>(K key, long there, long ended) {}

  private final Map<K, Long> ended = new HashMap<>();
  private final Map<K, Long> told = new HashMap<>();
  private boolean begun;

  /**
   * Takes in an instant, in their order.
   *
   * @param isDeep whether what is there was counted
   * @param known all keys of which there is something
   * @param teller is told how many were submitted since the last instant
   */
  public void add(boolean isDeep, Collection<Known<K>> known, ObjLongConsumer<K> teller) {
    if (isDeep) {
      Map<K, Long> there = new HashMap<>();
      known.forEach(one -> there.merge(one.key(), one.there(), Long::sum));
      Set<K> keys = new HashSet<>(ended.keySet());
      keys.addAll(there.keySet());
      keys.forEach(
          key -> tell(key, ended.getOrDefault(key, 0L) + there.getOrDefault(key, 0L), teller));
      begun = true;
    }
    known.forEach(one -> ended.merge(one.key(), one.ended(), Long::sum));
  }

  private void tell(K key, long all, ObjLongConsumer<K> teller) {
    long before = told.getOrDefault(key, 0L);
    if (all > before) {
      told.put(key, all);
      if (begun) {
        teller.accept(key, all - before);
      }
    }
  }
}
