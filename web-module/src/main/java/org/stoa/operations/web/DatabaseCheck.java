package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public DatabaseCheck() {
    super("database");
  }

  @Override
  Probe look() {
    return health.database();
  }
}
