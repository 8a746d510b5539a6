package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Walks over the rows of a dataset in a SAS XPORT file. Ends with its reader. */
public final class XportRows implements RowCursor {

  private static final int WINDOW = 1 << 18;

  private final XportBytes source;
  private final XportMember member;
  private final List<ColumnSpec> columns;
  private final int[] offsets;
  private final int[] lengths;
  private final boolean[] isText;
  private final int rowLength;
  private final byte[] window;
  private int windowRows;
  private int rowInWindow;
  private int base;
  private long row;

  XportRows(XportBytes source, XportMember member) {
    this.source = source;
    this.member = member;
    this.columns = member.columns();
    List<XportVariable> variables = member.variables();
    this.offsets = variables.stream().mapToInt(XportVariable::offset).toArray();
    this.lengths = variables.stream().mapToInt(XportVariable::length).toArray();
    this.isText = new boolean[lengths.length];
    for (int i = 0; i < isText.length; i++) {
      isText[i] = variables.get(i).isText();
    }
    this.rowLength = member.rowLength();
    this.window = new byte[Math.max(1, WINDOW / rowLength) * rowLength];
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (row == member.rows()) {
      return false;
    }
    rowInWindow++;
    if (rowInWindow >= windowRows) {
      fill();
    }
    base = rowInWindow * rowLength;
    row++;
    return true;
  }

  private void fill() {
    int wanted = (int) Math.min(window.length / rowLength, member.rows() - row);
    try {
      source.fill(
          member.dataStart() + row * rowLength, ByteBuffer.wrap(window, 0, wanted * rowLength));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    windowRows = wanted;
    rowInWindow = 0;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public boolean isMissing(int column) {
    return isText[column] ? textEnd(column) == begin(column) : IbmDouble.isMissing(bits(column));
  }

  @Override
  public SasMissing missing(int column) {
    return isText[column] ? SasMissing.PLAIN : new SasMissing((char) (bits(column) >>> 56));
  }

  @Override
  public String text(int column) {
    int begin = begin(column);
    return new String(window, begin, textEnd(column) - begin, UTF_8);
  }

  @Override
  public long integer(int column) {
    return (long) decimal(column);
  }

  @Override
  public double decimal(int column) {
    return IbmDouble.toDouble(bits(column));
  }

  @Override
  public boolean bool(int column) {
    throw new IllegalStateException("Column " + column + " is not a BOOLEAN: XPORT has none.");
  }

  @Override
  public int epochDay(int column) {
    return SasTime.epochDay(decimal(column));
  }

  @Override
  public long epochMicro(int column) {
    return SasTime.epochMicro(decimal(column));
  }

  @Override
  public long microOfDay(int column) {
    return SasTime.microOfDay(decimal(column));
  }

  /** The index of the first byte of a text that is not UTF-8, in the text; −1 when all is well. */
  int firstInvalid(int column) {
    int begin = begin(column);
    int wrong = Utf8.firstInvalid(window, begin, textEnd(column));
    return wrong < 0 ? -1 : wrong - begin;
  }

  int byteAt(int column, int index) {
    return window[begin(column) + index] & 0xFF;
  }

  private int begin(int column) {
    return base + offsets[column];
  }

  private int textEnd(int column) {
    int begin = begin(column);
    return XportBytes.textEnd(window, begin, begin + lengths[column]);
  }

  private long bits(int column) {
    return IbmDouble.bits(window, begin(column), lengths[column]);
  }

  /** Nothing of its own is open; the reader has the file. */
  @Override
  public void close() {
    windowRows = 0;
  }
}
