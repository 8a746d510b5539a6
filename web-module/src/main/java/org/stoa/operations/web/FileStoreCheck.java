package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.operations.Health;
import org.stoa.operations.Probe;

/** Whether files can be written and there is room for more. */
@Readiness
@ApplicationScoped
public class FileStoreCheck extends ComponentCheck {

  @Inject private Health health;

  /** Named in the answer. */
  public FileStoreCheck() {
    super("files");
  }

  @Override
  Probe look() {
    return health.files();
  }
}
