package org.stoa.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person as a member of the organisation of the call.
 *
 * @param id the person
 * @param email with which the person signs in, in lower case
 * @param name how others see the person
 * @param roles in this organisation, in the order of the alphabet
 * @param state ACTIVE, or DISABLED when shut out of this organisation
 * @param createdAt when the person joined the organisation
 */
public record PersonView(
    UUID id, String email, String name, List<String> roles, State state, Instant createdAt) {

  /** Whether the person may come in. */
  public enum State {
    ACTIVE,
    DISABLED
  }

  public PersonView {
    roles = List.copyOf(roles);
  }
}
