package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether the message broker lets us in. */
@Readiness
@ApplicationScoped
public class BrokerCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public BrokerCheck() {
    super("broker");
  }

  @Override
  Probe look() {
    return health.broker();
  }
}
