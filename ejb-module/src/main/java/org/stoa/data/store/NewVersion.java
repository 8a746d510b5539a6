package org.stoa.data.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stoa.data.ColumnView;
import org.stoa.data.Loss;
import org.stoa.data.ReadOptions;

/**
 * What is to become a version.
 *
 * @param id its id
 * @param rows how many rows it has
 * @param columns its columns
 * @param losses what of its source it does not keep
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
    List<Loss> losses,
    String path,
    long bytes,
    String sha256,
    Source source,
    long jobId,
    Instant loadedAt) {

  public NewVersion {
    columns = List.copyOf(columns);
    losses = List.copyOf(losses);
  }

  /**
   * The bytes from which a version is made.
   *
   * @param file the stored file
   * @param label how the person called it; with the entry, if it came in a ZIP
   * @param sha256 checksum of the bytes
   * @param options how they were read
   */
  public record Source(UUID file, String label, String sha256, ReadOptions options) {}
}
