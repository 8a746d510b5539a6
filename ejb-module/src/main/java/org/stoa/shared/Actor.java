package org.stoa.shared;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who does something, and for which organisation. It is the principal of the container too.
 *
 * @param id the person or machine account; for the system a fixed id
 * @param organisation the organisation on whose rows the call works
 * @param name what the access log and the audit trail show: an e-mail address for people
 * @param kind person, machine or system
 * @param permissions patterns such as {@code study.read}, {@code study.*}, {@code *.read} or {@code
 *     *}; these two do not reach {@code platform.…}, which spans organisations
 */
public record Actor(UUID id, UUID organisation, String name, Kind kind, Set<String> permissions)
    implements Principal {

  /** What sort of actor it is. */
  public enum Kind {
    PERSON,
    MACHINE,
    SYSTEM
  }

  /** What reaches beyond one organisation; a pattern covers it only by this name. */
  private static final String PLATFORM = "platform.";

  private static final UUID SYSTEM_ID = new UUID(0L, 1L);
  private static final UUID NO_ORGANISATION = new UUID(0, 0);

  public Actor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    permissions = Set.copyOf(permissions);
  }

  /** The system itself, at work for one organisation: timers, start-up, housekeeping. */
  public static Actor system(UUID organisation) {
    return new Actor(SYSTEM_ID, organisation, "system", Kind.SYSTEM, Set.of("*"));
  }

  /** The system itself, at work for the installation and no organisation in particular. */
  public static Actor installation() {
    return system(NO_ORGANISATION);
  }

  /** Whether one of this actor's patterns covers the permission. */
  public boolean may(String permission) {
    return permissions.stream().anyMatch(pattern -> covers(pattern, permission));
  }

  /**
   * Refuses what none of this actor's patterns covers.
   *
   * @throws ForbiddenProblem when the permission is missing
   */
  public void require(String permission) {
    if (!may(permission)) {
      throw new ForbiddenProblem(permission);
    }
  }

  private static boolean covers(String pattern, String permission) {
    if (permission.startsWith(PLATFORM) && !pattern.startsWith(PLATFORM)) {
      return false;
    }
    if (pattern.equals("*") || pattern.equals(permission)) {
      return true;
    }
    if (pattern.endsWith(".*")) {
      return permission.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.startsWith("*.") && permission.endsWith(pattern.substring(1));
  }

  @Override
  public String getName() {
    return name;
  }
}
