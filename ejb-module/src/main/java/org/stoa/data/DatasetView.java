package org.stoa.data;

import java.util.UUID;

/**
 * A dataset: a name under which versions follow each other.
 *
 * @param id its id
 * @param owner what it belongs to, such as a study
 * @param name unique within the owner, in upper case: {@code AE}
 * @param label what it means; null when no file said so
 * @param activeVersion the version that queries read unless they name another; null when none was
 *     loaded yet
 */
public record DatasetView(
    UUID id, UUID owner, String name, String label, VersionView activeVersion) {

  /** The same without the details of the columns, for lists. */
  public DatasetView summary() {
    return new DatasetView(
        id, owner, name, label, activeVersion == null ? null : activeVersion.summary());
  }
}
