package org.stoa.identity.web;

import jakarta.security.enterprise.CallerPrincipal;
import org.stoa.shared.Actor;

/** Carries the actor out of the identity store. */
class ActorPrincipal extends CallerPrincipal {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;

  ActorPrincipal(Actor actor) {
    super(actor.name());
    this.actor = actor;
  }

  Actor actor() {
    return actor;
  }
}
