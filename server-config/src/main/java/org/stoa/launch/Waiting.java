package org.stoa.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition for a limited time. */
record Waiting(Duration patience) {

  private static final Duration PAUSE = Duration.ofMillis(100);

  static Waiting upTo(Duration patience) {
    return new Waiting(patience);
  }

  /**
   * Returns when the condition holds.
   *
   * @param possible when this is false, waiting is in vain
   * @throws Refusal with the sentence, when time is up or waiting is in vain
   */
  void until(BooleanSupplier condition, BooleanSupplier possible, String sentence) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (!possible.getAsBoolean() || System.nanoTime() > end) {
        throw new Refusal(sentence);
      }
      try {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refusal("Interrupted: " + sentence, e);
      }
    }
  }
}
