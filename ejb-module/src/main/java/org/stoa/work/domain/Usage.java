package org.stoa.work.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What runs on all nodes at a moment.
 *
 * @param ofQueue how many jobs of the queue run
 * @param ofKind how many jobs of each kind run, on all queues
 * @param startsOfKind how many of each kind started in the last second
 * @param at the moment, by the clock of the database
 */
public record Usage(
    int ofQueue, Map<String, Integer> ofKind, Map<String, Integer> startsOfKind, Instant at) {

  /** Starts come in portions of this part of a second, so that they are spread over it. */
  private static final int PORTIONS = 50;

  /** What may begin beside it. */
  public Allowance within(Limits limits, Set<String> kinds) {
    Map<String, Integer> free = new HashMap<>();
    limits.ofKind().forEach((kind, most) -> free.put(kind, most - ofKind.getOrDefault(kind, 0)));
    limits
        .startsOfKind()
        .forEach(
            (kind, most) -> {
              int left = most - startsOfKind.getOrDefault(kind, 0);
              free.merge(kind, Math.min(left, 1 + most / PORTIONS), Math::min);
            });
    int total =
        limits.ofQueue() == null ? Integer.MAX_VALUE : Math.max(0, limits.ofQueue() - ofQueue);
    return new Allowance(total, kinds, free);
  }
}
