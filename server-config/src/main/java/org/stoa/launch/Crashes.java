package org.stoa.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what dies, so that a stack that cannot live is not started for ever. */
final class Crashes {

  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Deque<Instant> recent = new ArrayDeque<>();

  Crashes(Clock clock) {
    this.clock = clock;
  }

  /** Counts one more; refuses to go on after too many in a short time. */
  void another() {
    Instant now = clock.instant();
    recent.removeIf(crash -> crash.isBefore(now.minus(WITHIN)));
    recent.add(now);
    if (recent.size() > MOST) {
      throw new Refusal(
          "Parts of Stoa died %d times within %d minutes, so it was stopped: see ./stoa logs."
              .formatted(recent.size(), WITHIN.toMinutes()));
    }
  }
}
