package org.stoa.data.format.sas7;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A page of a dataset: subheaders, rows, or both.
 *
 * @param number counted from 1
 */
record Sas7Page(Sas7Source source, Sas7Layout layout, long number, ByteBuffer bytes) {

  private static final int KIND = 0x0F00;
  private static final int DATA = 0x0100;
  private static final int MIX = 0x0200;
  private static final int DELETED = 0x0080;
  private static final int INDEX = 0x9000;

  /** Whether it has only rows. */
  boolean isData() {
    return (type() & KIND) == DATA;
  }

  /** Whether it has subheaders and then rows. */
  boolean isMix() {
    return (type() & KIND) == MIX;
  }

  /** Whether it has neither, but an index of rows. */
  boolean isIndex() {
    return (type() & INDEX) == INDEX;
  }

  /** Whether some of its rows were deleted. */
  boolean hasDeletedRows() {
    return !isIndex() && (type() & DELETED) != 0;
  }

  private int type() {
    return unsigned(layout.pageHeader() - 8);
  }

  /** How many subheaders and rows there are. */
  int blocks() {
    return unsigned(layout.pageHeader() - 6);
  }

  /** How many pointers to subheaders there are. */
  int pointers() {
    int count = isData() || isIndex() ? 0 : unsigned(layout.pageHeader() - 4);
    if (layout.pageHeader() + (long) count * layout.pointer() > bytes.limit()) {
      throw damaged(count + " subheaders are claimed");
    }
    return count;
  }

  private int unsigned(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  /** A piece that a pointer leads to, counted from 0. */
  Piece piece(int index) {
    int at = layout.pageHeader() + index * layout.pointer();
    long offset = word(at);
    long length = word(at + layout.word());
    if (offset < 0 || length < 0 || offset > bytes.limit() || length > bytes.limit() - offset) {
      throw damaged("a subheader would lie outside of the page");
    }
    int packing = bytes.get(at + 2 * layout.word());
    int kind = bytes.get(at + 2 * layout.word() + 1);
    return new Piece(bytes.slice((int) offset, (int) length).order(layout.order()), packing, kind);
  }

  private long word(int at) {
    return layout.wide() ? bytes.getLong(at) : bytes.getInt(at);
  }

  /** Where the rows of a page begin that follow each other: on a multiple of 8 bytes. */
  int rowsStart() {
    int start = layout.pageHeader() + pointers() * layout.pointer();
    return (start + 7) / 8 * 8;
  }

  DamagedSasProblem damaged(String detail) {
    return source.damaged(number, detail);
  }

  /**
   * What a pointer leads to: a subheader, or a row.
   *
   * @param packing 0 as it is, 1 to be left out, 4 a packed row
   * @param kind 1 for what may be a row
   */
  record Piece(ByteBuffer bytes, int packing, int kind) {

    private static final int LEFT_OUT = 1;
    private static final int PACKED = 4;
    private static final int NO_SIGNATURE = 0;

    boolean isEmpty() {
      return bytes.limit() == 0 || packing == LEFT_OUT;
    }

    boolean isPacked() {
      return packing == PACKED;
    }

    boolean mayBeRow() {
      return kind == 1;
    }

    /** What kind of subheader it is; in a wide file of the other order it stands behind. */
    int signature(boolean wide) {
      if (bytes.limit() < (wide ? 8 : 4)) {
        return NO_SIGNATURE;
      }
      int first = bytes.getInt(0);
      boolean behind = first == -1 || first == 0;
      boolean other = wide && bytes.order() == ByteOrder.BIG_ENDIAN;
      return other && behind ? bytes.getInt(4) : first;
    }
  }
}
