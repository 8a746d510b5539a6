package org.stoa.work.domain;

import java.time.Instant;

/**
 * What people decided about a queue or a kind.
 *
 * @param scope whether it is about a queue or a kind
 * @param name its name
 * @param pausedAt since when nothing of it begins; null when it is not paused
 * @param pausedBy who paused it; null when it is not paused
 * @param running how many of its jobs run at once on all nodes; null to leave it to the handler
 * @param startsPerSecond how many start in any second; null to leave it to the handler
 * @param version counts the changes
 */
public record Control(
    ControlScope scope,
    String name,
    Instant pausedAt,
    String pausedBy,
    Integer running,
    Integer startsPerSecond,
    long version) {

  /** Nothing was decided. */
  public static Control none(ControlScope scope, String name) {
    return new Control(scope, name, null, null, null, null, 0);
  }

  /** Whether nothing of it begins. */
  public boolean isPaused() {
    return pausedAt != null;
  }
}
