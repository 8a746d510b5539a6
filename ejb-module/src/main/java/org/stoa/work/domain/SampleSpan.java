package org.stoa.work.domain;

import java.time.Duration;
import java.time.Instant;

/** How long a sample covers, and how long it is kept: the older, the coarser. */
public enum SampleSpan {
  /** As measured. */
  FINE(Duration.ofSeconds(10), Duration.ofDays(1)),
  /** Sums of fine ones. */
  MIDDLE(Duration.ofMinutes(5), Duration.ofDays(30)),
  /** Sums of middle ones. */
  COARSE(Duration.ofHours(1), Duration.ofDays(400));

  private final Duration length;
  private final Duration kept;

  SampleSpan(Duration length, Duration kept) {
    this.length = length;
    this.kept = kept;
  }

  /** How long a sample covers. */
  public Duration length() {
    return length;
  }

  /** How long a sample covers, in seconds. */
  public int seconds() {
    return (int) length.toSeconds();
  }

  /** How long samples are kept. */
  public Duration kept() {
    return kept;
  }

  /** The start of the span in which the instant is. */
  public Instant start(Instant instant) {
    long seconds = instant.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, length.toSeconds()));
  }

  /**
   * The finest that still has the whole time, and not too many samples of it.
   *
   * @param most so many at most, if there is a coarser span
   */
  public static SampleSpan covering(Instant from, Instant to, Instant now, int most) {
    for (SampleSpan span : values()) {
      boolean isKept = !from.isBefore(now.minus(span.kept));
      if (isKept && Duration.between(from, to).dividedBy(span.length) <= most) {
        return span;
      }
    }
    return COARSE;
  }
}
