package org.stoa.data.format.sas7;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over the rows of a dataset, page after page, whatever way they are kept. */
final class Sas7Walk {

  private final Sas7Source source;
  private final Sas7Layout layout;
  private final Sas7Dataset dataset;
  private final byte[] unpacked;
  private final ByteBuffer unpackedRow;
  private final boolean little;
  private Sas7Page page;
  private long pageNumber;
  private int block;
  private int blocks;
  private ByteBuffer bytes;
  private int base;
  private long row;

  Sas7Walk(Sas7Source source, Sas7Layout layout, Sas7Dataset dataset) {
    this.source = source;
    this.layout = layout;
    this.dataset = dataset;
    this.unpacked = new byte[dataset.rowLength()];
    this.unpackedRow = ByteBuffer.wrap(unpacked);
    this.little = layout.order() == ByteOrder.LITTLE_ENDIAN;
  }

  /** Steps to the next row; false behind the last one. */
  boolean next() throws IOException {
    if (row == dataset.rows()) {
      return false;
    }
    while (!nextOnPage()) {
      if (pageNumber == layout.pages()) {
        throw source.damaged(
            pageNumber, dataset.rows() + " rows are claimed, and " + row + " are there");
      }
      begin(++pageNumber);
    }
    row++;
    return true;
  }

  private void begin(long number) throws IOException {
    page = source.page(layout, number);
    block = 0;
    if (page.hasDeletedRows()) {
      throw new UnsupportedSasProblem(source.label(), "rows that were deleted");
    }
    boolean plain = page.isData() || page.isMix();
    blocks = plain ? plainRows() : page.pointers();
  }

  private int plainRows() {
    long claimed = page.isData() ? page.blocks() : dataset.rowsOnMix();
    long count = Math.min(claimed, dataset.rows() - row);
    if (page.rowsStart() + count * dataset.rowLength() > layout.pageLength()) {
      throw page.damaged(count + " rows do not fit on it");
    }
    return (int) count;
  }

  private boolean nextOnPage() {
    while (block < blocks) {
      int current = block++;
      if (page.isData() || page.isMix()) {
        bytes = page.bytes();
        base = page.rowsStart() + current * dataset.rowLength();
        return true;
      }
      if (takeRow(page.piece(current))) {
        bytes = unpackedRow;
        base = 0;
        return true;
      }
    }
    return false;
  }

  private boolean takeRow(Sas7Page.Piece piece) {
    if (piece.isEmpty() || dataset.packing() == RowPacking.NONE) {
      return false;
    }
    ByteBuffer packed = piece.bytes();
    if (piece.isPacked()) {
      if (!dataset.packing().unpack(packed, unpacked)) {
        throw page.damaged("row " + (row + 1) + " cannot be unpacked");
      }
      return true;
    }
    if (!piece.mayBeRow() || Sas7Subheaders.isSubheader(piece, layout.wide())) {
      return false;
    }
    if (packed.limit() != unpacked.length) {
      throw page.damaged("row " + (row + 1) + " has " + packed.limit() + " bytes");
    }
    packed.get(0, unpacked);
    return true;
  }

  /** The number of the current row, counted from 1. */
  long row() {
    return row;
  }

  long pageNumber() {
    return pageNumber;
  }

  /** The bits of a number; those that a short one leaves out are zero. */
  long bits(Sas7Column column) {
    int from = base + column.offset();
    long bits = 0;
    for (int i = 0; i < column.length(); i++) {
      int at = little ? from + column.length() - 1 - i : from + i;
      bits |= (bytes.get(at) & 0xFFL) << (56 - 8 * i);
    }
    return bits;
  }

  /** The bytes of a text, without the blanks behind it. */
  ByteBuffer text(Sas7Column column) {
    int from = base + column.offset();
    int length = column.length();
    while (length > 0 && isBlank(bytes.get(from + length - 1))) {
      length--;
    }
    return bytes.slice(from, length);
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == 0;
  }
}
