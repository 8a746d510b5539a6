package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether migrations and the first start have ended, so that requests may come. */
@Readiness
@ApplicationScoped
public class InstallationCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public InstallationCheck() {
    super("installation");
  }

  @Override
  Probe look() {
    return health.installation();
  }
}
