package org.stoa.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the one clock of the application. Nothing else asks the system for the time. */
@ApplicationScoped
public class ClockProducer {

  /** UTC, because only instants are stored; zones live at the edge. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
