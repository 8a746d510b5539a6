package org.stoa.work.domain;

import java.util.Map;
import java.util.Set;

/**
 * What may begin on a queue at the moment.
 *
 * @param total at most so many jobs of the queue
 * @param kinds the kinds that may begin at all
 * @param ofKind for some of the kinds, at most so many
 */
public record Allowance(int total, Set<String> kinds, Map<String, Integer> ofKind) {

  /** As many as one likes. */
  public static Allowance unlimited(Set<String> kinds) {
    return new Allowance(Integer.MAX_VALUE, kinds, Map.of());
  }
}
