package org.stoa.data.load;

import java.util.List;
import java.util.Optional;
import org.stoa.data.ColumnView;
import org.stoa.data.Loss;
import org.stoa.data.store.NewVersion.Source;

/**
 * A table of an upload that is good and ready to become a version.
 *
 * @param name the name of its dataset
 * @param label what it means; null when the file does not say
 * @param source the bytes that it was made of
 * @param content what was made of them; empty when the active version was made of the same bytes
 * @param unchanged the number of that version
 */
public record StagedTable(
    String name,
    String label,
    Source source,
    Optional<Content> content,
    Optional<Integer> unchanged) {

  static StagedTable made(String name, String label, Source source, Content content) {
    return new StagedTable(name, label, source, Optional.of(content), Optional.empty());
  }

  static StagedTable unchanged(String name, Source source, int version) {
    return new StagedTable(name, null, source, Optional.empty(), Optional.of(version));
  }

  /**
   * What a version consists of.
   *
   * @param file the name of its Parquet file in the directory of the attempt
   * @param bytes how large that file is
   * @param sha256 the checksum of that file
   * @param rows how many rows there are
   * @param columns its columns
   * @param losses what of the file it does not keep
   */
  public record Content(
      String file,
      long bytes,
      String sha256,
      long rows,
      List<ColumnView> columns,
      List<Loss> losses) {}
}
