package org.stoa.data.format;

import java.util.List;
import org.stoa.data.Loss;

/**
 * What a scan learned about one column of a CSV file.
 *
 * @param spec its name and type
 * @param missing how many rows have no value: nothing between two delimiters
 * @param emptyTexts how many rows have two quotes and nothing between; they are empty texts in a
 *     TEXT column and missing in all others
 * @param misfits how many rows have a value that is none of the type that a person gave; these are
 *     missing
 * @param losses what the column does not keep of the file
 */
public record CsvColumn(
    ColumnSpec spec, long missing, long emptyTexts, long misfits, List<Loss> losses) {

  public CsvColumn {
    losses = List.copyOf(losses);
  }

  /** A column that keeps everything. */
  public CsvColumn(ColumnSpec spec, long missing, long emptyTexts) {
    this(spec, missing, emptyTexts, 0, List.of());
  }
}
