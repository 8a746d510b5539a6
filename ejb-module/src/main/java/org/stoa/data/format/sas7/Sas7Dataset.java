package org.stoa.data.format.sas7;

import java.util.List;

/**
 * What the subheaders of a file tell of its dataset.
 *
 * @param label what it holds in words, perhaps empty
 * @param packing how rows are packed
 * @param rowLength the bytes of a row
 * @param rows how many rows there are
 * @param rowsOnMix how many rows at most are on a page that has subheaders too
 * @param columns its variables
 */
record Sas7Dataset(
    String label,
    RowPacking packing,
    int rowLength,
    long rows,
    long rowsOnMix,
    List<Sas7Column> columns) {

  Sas7Dataset with(List<Sas7Column> other) {
    return new Sas7Dataset(label, packing, rowLength, rows, rowsOnMix, List.copyOf(other));
  }
}
