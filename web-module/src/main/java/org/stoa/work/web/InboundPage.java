package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundMessages;
import org.stoa.work.InboundState;
import org.stoa.work.WorkPermissions;

/** The message that the address names. */
@Named("inboundPage")
@RequestScoped
public class InboundPage {

  @Inject private InboundMessages messages;
  @Inject private PageParameters parameters;

  private InboundMessageView message;

  @PostConstruct
  void read() {
    message = messages.find(id(parameters.text("message").orElse("")));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundProblem("message", text);
    }
  }

  /** The message, with its content when it was refused. */
  public InboundMessageView getMessage() {
    return message;
  }

  /** Whether the person may decide about it, and there is something to decide. */
  public boolean isDeciding() {
    Actor actor = CallContext.requiredActor();
    return message.state() == InboundState.REFUSED
        && actor.may(WorkPermissions.INBOUND_WRITE)
        && (!message.nobodys() || actor.may(WorkPermissions.NOBODYS_WRITE));
  }
}
