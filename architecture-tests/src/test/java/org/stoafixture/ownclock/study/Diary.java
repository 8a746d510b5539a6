package org.stoafixture.ownclock.study;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

/** Asks the system for the time in every way; the last one is right. */
@SuppressWarnings("JavaUtilDate")
public class Diary {

  private final Supplier<Instant> byReference = Instant::now;

  /** By method reference. */
  public Instant byReference() {
    return byReference.get();
  }

  /** In milliseconds. */
  public long inMilliseconds() {
    return System.currentTimeMillis();
  }

  /** By an old constructor. */
  public Date asDate() {
    return new Date();
  }

  /** By a clock of its own. */
  public Clock clock() {
    return Clock.systemUTC();
  }

  /** As it should be. */
  public Instant asked(Clock clock) {
    return Instant.now(clock);
  }
}
