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
 * @param only the dataset that is loaded, whatever else is in the files; null loads all
 */
public record LoadFiles(
    @NotNull(message = "is missing") UUID owner,
    @NotEmpty(message = "must name a file") List<UUID> files,
    ReadOptions options,
    String only) {

  /** The kind of the job. */
  public static final String KIND = "data.load";

  public LoadFiles {
    files = List.copyOf(files);
    options = options == null ? ReadOptions.DETECT : options;
  }
}
