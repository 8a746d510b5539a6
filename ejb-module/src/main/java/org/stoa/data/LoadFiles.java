package org.stoa.data;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * The payload of the job {@code data.load}: load these files into the datasets of an owner.
 *
 * @param owner what the datasets belong to, such as a study
 * @param files ids of stored files of any {@link org.stoa.data.format.FileKind}
 * @param options what a person corrected of what would be detected; null corrects nothing
 * @param only the one table that is loaded, whatever else is in the files; null loads all
 */
public record LoadFiles(
    @NotNull(message = "is missing") UUID owner,
    @NotEmpty(message = "must name a file") List<UUID> files,
    ReadOptions options,
    Table only) {

  /** The kind of the job. */
  public static final String KIND = "data.load";

  public LoadFiles {
    files = List.copyOf(files);
    options = options == null ? ReadOptions.DETECT : options;
  }

  /**
   * A table of a file.
   *
   * @param label how the file is called; with the entry, if it came in a ZIP
   * @param dataset the name of the dataset
   */
  public record Table(String label, String dataset) {}
}
