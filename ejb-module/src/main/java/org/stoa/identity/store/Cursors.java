package org.stoa.identity.store;

import java.util.UUID;
import org.stoa.shared.InvalidProblem;

/** Reads the cursors of lists that are ordered by id. */
final class Cursors {

  private Cursors() {}

  static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
