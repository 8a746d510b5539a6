package org.stoa.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a dataset. It never changes.
 *
 * @param id its id
 * @param number 1 for the first one of its dataset, then one more each time
 * @param rows how many rows it has
 * @param columns how many columns it has
 * @param sha256 checksum of the stored version, in hexadecimal
 * @param sourceSha256 checksum of the bytes that were loaded, in hexadecimal
 * @param sourceLabel how the person called the file; with the entry, if it came in a ZIP
 * @param options how these bytes were read
 * @param losses what of these bytes the version does not keep
 * @param loadedAt when it became a version
 * @param jobId the job that loaded it
 * @param columnDetails its columns in the order of the file; null only in a {@link #summary()}
 */
public record VersionView(
    UUID id,
    int number,
    long rows,
    int columns,
    String sha256,
    String sourceSha256,
    String sourceLabel,
    ReadOptions options,
    List<Loss> losses,
    Instant loadedAt,
    long jobId,
    List<ColumnView> columnDetails) {

  public VersionView {
    losses = List.copyOf(losses);
    columnDetails = columnDetails == null ? null : List.copyOf(columnDetails);
  }

  /** The column of this name, whatever the case. */
  public Optional<ColumnView> column(String name) {
    return columnDetails.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The same without the details of the columns, for lists. */
  public VersionView summary() {
    return new VersionView(
        id,
        number,
        rows,
        columns,
        sha256,
        sourceSha256,
        sourceLabel,
        options,
        losses,
        loadedAt,
        jobId,
        null);
  }
}
