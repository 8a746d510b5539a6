package org.stoafixture.ownclock.study.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.util.UUID;

/** Stores a time that depends on where the server stands. */
@Entity
public class Entry {

  @Id private UUID id;
  private LocalDateTime writtenAt;

  /** For the provider. */
  protected Entry() {}

  /** An entry. */
  public Entry(UUID id, LocalDateTime writtenAt) {
    this.id = id;
    this.writtenAt = writtenAt;
  }

  @Override
  public String toString() {
    return id + " " + writtenAt;
  }
}
