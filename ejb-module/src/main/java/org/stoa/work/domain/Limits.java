package org.stoa.work.domain;

import java.util.Map;

/**
 * How much may run at once on all nodes together.
 *
 * @param ofQueue of the queue; null when nothing limits it
 * @param ofKind of those kinds that are limited
 * @param startsOfKind in any second, of those kinds that are limited so
 */
public record Limits(
    Integer ofQueue, Map<String, Integer> ofKind, Map<String, Integer> startsOfKind) {

  /** Whether nothing is limited. */
  public boolean isNone() {
    return ofQueue == null && ofKind.isEmpty() && startsOfKind.isEmpty();
  }
}
