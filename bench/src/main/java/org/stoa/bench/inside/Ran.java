package org.stoa.bench.inside;

/** When a handler ran last, by the clock that measures. */
public final class Ran {

  private static volatile long lastNanos;

  private Ran() {}

  static void now() {
    lastNanos = System.nanoTime();
  }

  /** The time of {@link System#nanoTime}; 0 before the first. */
  public static long lastNanos() {
    return lastNanos;
  }

  /** Nothing has run yet. */
  public static void forget() {
    lastNanos = 0;
  }
}
