package org.stoa.data.format.excel;

import java.util.List;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;

/**
 * What reading a sheet once told of its table.
 *
 * @param firstRow the first row with values, counted from 1
 * @param lastRow the last row with values; below the first one when there is none
 * @param places the column of the sheet of each column of the table, counted from 0
 * @param columns the columns of the table
 * @param losses what of the sheet is not kept
 */
record SheetProfile(
    int firstRow, int lastRow, List<Integer> places, List<ColumnSpec> columns, List<Loss> losses) {

  long rows() {
    return Math.max(0, lastRow - firstRow + 1L);
  }
}
