package org.stoa.files.store;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of the current organisation's files. */
@Dependent
public class FileRecords {

  @PersistenceContext(unitName = "stoa")
  private EntityManager entities;

  /** For the container. */
  protected FileRecords() {}

  /** Over a persistence context of one's own. */
  public FileRecords(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds a file. */
  public void add(StoredFile file) {
    entities.persist(file);
    entities.flush();
  }

  /** The file with this id. */
  public Optional<StoredFile> find(UUID id) {
    return Optional.ofNullable(entities.find(StoredFile.class, id));
  }

  /** Removes a file. */
  public void remove(StoredFile file) {
    entities.remove(file);
    entities.flush();
  }

  /** Those of the ids that have a row. */
  public Set<UUID> known(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities
                .createQuery("select f.id from StoredFile f where f.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
  }
}
