package org.stoa.data.format;

import java.util.List;

/**
 * What a scan learned about a CSV file. With it the file can be read without any guess.
 *
 * @param delimiter what stands between fields: comma, semicolon, tab or bar
 * @param quote what fields are quoted by; 0 when nothing is
 * @param header whether the first record names the columns
 * @param bom whether the file begins with a UTF-8 byte order mark
 * @param lineEnding how records end
 * @param rows how many rows there are
 * @param columns the columns in the order of the file
 */
public record CsvProfile(
    char delimiter,
    char quote,
    boolean header,
    boolean bom,
    LineEnding lineEnding,
    long rows,
    List<CsvColumn> columns) {

  public CsvProfile {
    columns = List.copyOf(columns);
  }

  /** The names and types of the columns. */
  public List<ColumnSpec> specs() {
    return columns.stream().map(CsvColumn::spec).toList();
  }
}
