package org.stoa.system.container;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** A front door of another room: submits in its own transaction, and sees who called. */
@Stateless
@DeclareRoles({"ADMINISTRATOR", "VIEWER"})
public class Desk {

  @Inject private Jobs jobs;
  @Resource private SessionContext session;

  /** Submits, and commits. */
  public JobId submit(Echo echo) {
    return jobs.submit(new SubmitJob("test.echo", echo));
  }

  /** Submits, then finds that it cannot go on. */
  public JobId submitAndRollBack(Echo echo) {
    JobId id = submit(echo);
    session.setRollbackOnly();
    return id;
  }

  /** The name of the caller as the container knows it. */
  public String caller() {
    return session.getCallerPrincipal().getName();
  }

  /** Whether the container knows the caller in the role. */
  public boolean isCallerIn(String role) {
    return session.isCallerInRole(role);
  }
}
