package org.stoa.identity;

import java.util.Set;
import org.stoa.shared.Actor;

/**
 * Somebody who proved who they are.
 *
 * @param actor on whose behalf calls are made from now on
 * @param roles the names of the roles, which are the groups of the container
 */
public record Caller(Actor actor, Set<String> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }
}
