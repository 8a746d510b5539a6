package org.stoa.identity;

/** The permissions of this room. */
public final class IdentityPermissions {

  /** See the people of the organisation. */
  public static final String PEOPLE_READ = "identity.people.read";

  /** Add people to the organisation. */
  public static final String PEOPLE_CREATE = "identity.people.create";

  /** Shut people out of the organisation and let them in again, give them other roles. */
  public static final String PEOPLE_CHANGE = "identity.people.change";

  /** See every organisation of the installation. Only the PLATFORM role has it. */
  public static final String ORGANISATIONS_READ = "platform.organisations.read";

  /** Add organisations to the installation. Only the PLATFORM role has it. */
  public static final String ORGANISATIONS_CREATE = "platform.organisations.create";

  private IdentityPermissions() {}
}
