package org.stoafixture.leaky.study;

import java.util.List;
import java.util.UUID;
import org.stoafixture.leaky.study.store.StudyRow;

/** A front door that hands out an entity; what it does with one in private is its own affair. */
public class Studies {

  /** The leak. */
  public List<StudyRow> list() {
    return List.of();
  }

  /** No leak. */
  public UUID first() {
    return idOf(list().get(0));
  }

  private static UUID idOf(StudyRow row) {
    return row.id();
  }
}
