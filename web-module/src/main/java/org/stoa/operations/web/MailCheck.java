package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/**
 * Whether the mail server greets us. No request needs it, so its absence is told ({@code
 * reachable}) and does not take the application out of service.
 */
@Readiness
@ApplicationScoped
public class MailCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public MailCheck() {
    super("mail");
  }

  @Override
  Probe look() {
    return health.mail();
  }

  @Override
  public HealthCheckResponse call() {
    Probe probe = look();
    return described(probe).withData("reachable", probe.up()).up().build();
  }
}
