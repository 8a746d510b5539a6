package org.stoa.identity;

import java.util.List;
import java.util.UUID;

/**
 * Who is signed in.
 *
 * @param id the person
 * @param email the e-mail address
 * @param name how others see the person
 * @param organisation for which the person works in this call
 * @param roles in that organisation
 * @param permissions the patterns that the roles give, such as {@code study.*}
 */
public record MeView(
    UUID id,
    String email,
    String name,
    Organisation organisation,
    List<String> roles,
    List<String> permissions) {

  /** The organisation by id and name. */
  public record Organisation(UUID id, String name) {}
}
