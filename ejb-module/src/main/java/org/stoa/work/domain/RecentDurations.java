package org.stoa.work.domain;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the kinds of a queue took lately, and so how many of its jobs a worker may take at once:
 * about 100 ms of work if all were of the slowest kind, so that nobody sits on jobs that others
 * could begin. Kinds that have not run yet count as slow.
 */
public final class RecentDurations {

  private static final double WEIGHT_OF_NEWEST = 0.2;
  private static final double WORTH_MICROS = 100_000;
  private static final int MOST = 200;

  private final Map<String, Double> micros = new ConcurrentHashMap<>();

  /** A job of the kind took so long. */
  public void took(String kind, Duration duration) {
    double newest = duration.toNanos() / 1_000.0;
    micros.merge(kind, newest, (old, more) -> old + WEIGHT_OF_NEWEST * (more - old));
  }

  /** How many jobs to claim at once. */
  public int claimSize() {
    double slowest =
        micros.values().stream().mapToDouble(Double::doubleValue).max().orElse(WORTH_MICROS);
    return (int) Math.max(1, Math.min(MOST, WORTH_MICROS / Math.max(slowest, 1)));
  }
}
