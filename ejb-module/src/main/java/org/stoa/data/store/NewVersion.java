package org.stoa.data.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stoa.data.ColumnView;

/**
 * What is to become a version.
 *
 * @param id its id
 * @param rows how many rows it has
 * @param columns its columns
 * @param path where its Parquet file lies, relative to the directory of versions
 * @param bytes how large that file is
 * @param sha256 checksum of that file
 * @param source where it came from
 * @param jobId the job that loads it
 * @param loadedAt now
 */
public record NewVersion(
    UUID id,
    long rows,
    List<ColumnView> columns,
    String path,
    long bytes,
    String sha256,
    Source source,
    long jobId,
    Instant loadedAt) {

  public NewVersion {
    columns = List.copyOf(columns);
  }

  /**
   * The bytes from which a version is made.
   *
   * @param file the stored file
   * @param label how the person called it; with the entry, if it came in a ZIP
   * @param sha256 checksum of the bytes
   */
  public record Source(UUID file, String label, String sha256) {}
}
