package org.stoa.bench.inside;

import java.util.concurrent.atomic.LongAdder;

/** When a handler ran last, by the clock that measures. */
public final class Ran {

  private static final LongAdder COUNT = new LongAdder();

  private static volatile long lastNanos;

  private Ran() {}

  static void now() {
    lastNanos = System.nanoTime();
    COUNT.increment();
  }

  /** How many ran so far, since the server started. */
  public static long count() {
    return COUNT.sum();
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
