package org.stoa.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The failures to sign in with one e-mail address since it last worked.
 *
 * @param failures how many
 * @param lastAt when the last one was
 * @param lockedUntil when the lock ends; the epoch when there is none
 */
public record FailedSignIns(int failures, Instant lastAt, Instant lockedUntil) {

  /** None yet. */
  public static final FailedSignIns NONE = new FailedSignIns(0, Instant.EPOCH, Instant.EPOCH);

  /** How long the lock still lasts, or empty when there is none. */
  public Optional<Duration> lockLeft(Instant now) {
    return now.isBefore(lockedUntil)
        ? Optional.of(Duration.between(now, lockedUntil))
        : Optional.empty();
  }
}
