package org.stoafixture.undeclared.files;

import org.stoafixture.undeclared.audit.Trail;

/** Calls a room that its own does not declare. */
public class Shelf {

  /** The undeclared call. */
  public Trail put(String file) {
    return new Trail(file);
  }
}
