package org.stoa.identity;

/**
 * A new person for the organisation of the call.
 *
 * @param email the e-mail address, unique in the installation
 * @param name how others see the person
 * @param password the first password
 * @param role ADMINISTRATOR, EDITOR or VIEWER
 */
public record CreatePerson(String email, String name, String password, String role) {

  @Override
  public String toString() {
    return "CreatePerson[" + email + ", " + role + "]";
  }
}
