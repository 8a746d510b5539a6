package org.stoa.data.format.sas7;

import org.stoa.data.format.ColumnSpec;

/**
 * A variable of a dataset.
 *
 * @param spec what it is
 * @param text whether it has texts and not numbers
 * @param offset where its bytes begin in a row
 * @param length how many bytes they are
 */
record Sas7Column(ColumnSpec spec, boolean text, int offset, int length) {

  Sas7Column as(ColumnSpec other) {
    return new Sas7Column(other, text, offset, length);
  }
}
