package org.stoa.data;

import java.util.List;
import java.util.UUID;

/**
 * The payload of the job {@code data.load}: load these files into the datasets of an owner.
 *
 * @param owner what the datasets belong to, such as a study
 * @param files ids of stored files: CSV, SAS XPORT, or ZIP of these
 */
public record LoadFiles(UUID owner, List<UUID> files) {

  /** The kind of the job. */
  public static final String KIND = "data.load";

  public LoadFiles {
    files = List.copyOf(files);
  }
}
