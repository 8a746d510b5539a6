package org.stoa.work.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.stoa.shared.CallContext;
import org.stoa.work.WorkPermissions;

/** What the person may do with schedules. */
@Named
@RequestScoped
public class ScheduleAccess {

  /** Whether the person may see them. */
  public boolean isReading() {
    return CallContext.requiredActor().may(WorkPermissions.SCHEDULES_READ);
  }

  /** Whether the person may create, change, run and remove them. */
  public boolean isWriting() {
    return CallContext.requiredActor().may(WorkPermissions.SCHEDULES_WRITE);
  }
}
