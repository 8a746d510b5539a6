package org.stoa.work.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.stoa.shared.CallContext;
import org.stoa.work.WorkPermissions;

/** What the person may do with the messages of other systems. */
@Named("inboundAccess")
@RequestScoped
public class InboundAccess {

  /** Whether the person may see them. */
  public boolean isReading() {
    return CallContext.actor().map(actor -> actor.may(WorkPermissions.INBOUND_READ)).orElse(false);
  }
}
