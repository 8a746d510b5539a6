package org.stoa.identity;

import java.util.Set;

/** The roles that people can have in an organisation. */
public final class Roles {

  /** Adds organisations to the installation. */
  public static final String PLATFORM = "PLATFORM";

  /** Does everything within the organisation. */
  public static final String ADMINISTRATOR = "ADMINISTRATOR";

  /** Creates studies, loads data, builds dashboards. */
  public static final String EDITOR = "EDITOR";

  /** Reads everything, changes nothing. */
  public static final String VIEWER = "VIEWER";

  /** The roles that an organisation gives to its own people. */
  public static final Set<String> OF_ORGANISATION = Set.of(ADMINISTRATOR, EDITOR, VIEWER);

  private Roles() {}
}
