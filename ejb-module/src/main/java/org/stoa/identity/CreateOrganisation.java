package org.stoa.identity;

/**
 * A new organisation with its first administrator.
 *
 * @param name unique in the installation
 * @param adminEmail the administrator's e-mail address
 * @param adminPassword the administrator's first password
 */
public record CreateOrganisation(String name, String adminEmail, String adminPassword) {

  @Override
  public String toString() {
    return "CreateOrganisation[" + name + ", " + adminEmail + "]";
  }
}
