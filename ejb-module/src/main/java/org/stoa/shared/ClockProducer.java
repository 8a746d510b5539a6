package org.stoa.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Gives the one clock of the application. Nothing else asks the system for the time. */
@ApplicationScoped
public class ClockProducer {

  private static final Duration FINEST = Duration.of(1, ChronoUnit.MICROS);

  /**
   * UTC, because only instants are stored; zones live at the edge. It ticks in microseconds, which
   * is as fine as the database keeps, so that what was said once is read back the same.
   */
  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), FINEST);
  }
}
