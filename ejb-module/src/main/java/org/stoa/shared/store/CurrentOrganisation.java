package org.stoa.shared.store;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/**
 * Tells Hibernate on whose rows the current call works: it binds {@code org_id} in every statement.
 */
public class CurrentOrganisation implements CurrentTenantIdentifierResolver<UUID> {

  /** Owns no row, so that a call without an actor sees nothing. */
  static final UUID NOBODY = new UUID(0L, 0L);

  @Override
  public UUID resolveCurrentTenantIdentifier() {
    return CallContext.actor().map(Actor::organisation).orElse(NOBODY);
  }

  @Override
  public boolean validateExistingCurrentSessions() {
    return true;
  }
}
