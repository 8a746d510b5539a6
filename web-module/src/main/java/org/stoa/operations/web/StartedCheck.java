package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Startup;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether migrations and the first start have ended, so that the process may be left alone. */
@Startup
@ApplicationScoped
public class StartedCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public StartedCheck() {
    super("installation");
  }

  @Override
  Probe look() {
    return health.installation();
  }
}
