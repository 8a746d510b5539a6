package org.stoa.work.domain;

import java.time.Instant;
import org.stoa.work.ControlScope;
import org.stoa.work.LimitWork;

/**
 * What people decided about a queue or a kind.
 *
 * @param scope whether it is about a queue or a kind
 * @param name its name
 * @param pausedAt since when nothing of it begins; null when it is not paused
 * @param pausedBy who paused it; null when it is not paused
 * @param pauseReason why, in the words of whoever paused it; null when nothing was said
 * @param limits how much of it may be under way
 * @param version counts the changes
 */
public record Control(
    ControlScope scope,
    String name,
    Instant pausedAt,
    String pausedBy,
    String pauseReason,
    LimitWork limits,
    long version) {

  /** Nothing was decided. */
  public static Control none(ControlScope scope, String name) {
    return new Control(scope, name, null, null, null, LimitWork.NONE, 0);
  }

  /** Nothing of it begins any more. */
  public Control paused(Instant at, String by, String reason) {
    return new Control(scope, name, at, by, reason, limits, version);
  }

  /** It goes on. */
  public Control resumed() {
    return new Control(scope, name, null, null, null, limits, version);
  }

  /** With other limits. */
  public Control limited(LimitWork others) {
    return new Control(scope, name, pausedAt, pausedBy, pauseReason, others, version);
  }

  /** Whether nothing of it begins. */
  public boolean isPaused() {
    return pausedAt != null;
  }
}
