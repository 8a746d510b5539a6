package org.stoa.identity;

import java.util.Optional;

/**
 * What a person shows to sign in.
 *
 * @param email the e-mail address, in any case
 * @param password the password in clear
 * @param organisation name or id of the organisation to work for; empty for the one that the person
 *     joined first
 */
public record Credentials(String email, String password, Optional<String> organisation) {

  /** For the organisation that the person joined first. */
  public static Credentials of(String email, String password) {
    return new Credentials(email, password, Optional.empty());
  }

  @Override
  public String toString() {
    return "Credentials[" + email + "]";
  }
}
