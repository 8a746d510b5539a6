package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether the analytics engine computes. */
@Readiness
@ApplicationScoped
public class AnalyticsCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public AnalyticsCheck() {
    super("analytics");
  }

  @Override
  Probe look() {
    return health.analytics();
  }
}
