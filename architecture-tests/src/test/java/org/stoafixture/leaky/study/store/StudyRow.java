package org.stoafixture.leaky.study.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An entity that others get to see. */
@Entity
public class StudyRow {

  @Id private UUID id;

  /** For the provider. */
  protected StudyRow() {}

  /** With its id. */
  public StudyRow(UUID id) {
    this.id = id;
  }

  /** Its id. */
  public UUID id() {
    return id;
  }
}
