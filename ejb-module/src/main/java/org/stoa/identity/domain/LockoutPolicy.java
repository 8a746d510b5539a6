package org.stoa.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When repeated failures to sign in lock an e-mail address, and for how long: after the given
 * number of failures for the first duration, then twice as long after each further failure, up to
 * the longest. Failures are forgotten when none came for the memory, or when signing in works.
 *
 * @param failuresAllowed the failure that locks
 * @param first how long the first lock lasts
 * @param longest how long any lock lasts at most
 * @param memory after which quiet time the count begins anew
 */
public record LockoutPolicy(
    int failuresAllowed, Duration first, Duration longest, Duration memory) {

  /** Five failures lock for a minute, then 2, 4, 8 and at most 15 minutes. */
  public static final LockoutPolicy STANDARD =
      new LockoutPolicy(5, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(1));

  /** The record of failures after one more of them. */
  public FailedSignIns oneMore(FailedSignIns before, Instant now) {
    boolean forgotten = before.lastAt().plus(memory).isBefore(now);
    int failures = forgotten ? 1 : before.failures() + 1;
    Instant lockedUntil = failures < failuresAllowed ? Instant.EPOCH : now.plus(lock(failures));
    return new FailedSignIns(failures, now, lockedUntil);
  }

  private Duration lock(int failures) {
    int doublings = Math.min(failures - failuresAllowed, 20);
    Duration lock = first.multipliedBy(1L << doublings);
    return lock.compareTo(longest) > 0 ? longest : lock;
  }
}
