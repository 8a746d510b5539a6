package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether the cache answers. */
@Readiness
@ApplicationScoped
public class CacheCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public CacheCheck() {
    super("cache");
  }

  @Override
  Probe look() {
    return health.cache();
  }
}
