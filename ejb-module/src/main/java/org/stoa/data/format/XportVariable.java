package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stoa.data.ColumnType;

/**
 * A variable of a SAS XPORT dataset: the column and where its bytes lie in a row.
 *
 * @param column what it is
 * @param number its place among the variables, counted from 1
 * @param offset where its bytes begin in a row
 */
record XportVariable(ColumnSpec column, int number, int offset) {

  private static final int SHORT_NAME = 8;
  private static final int SHORT_LABEL = 40;
  private static final int LONG_NAME = 32;
  private static final byte BLANK = ' ';

  boolean isText() {
    return column.type() == ColumnType.TEXT;
  }

  int length() {
    return column.length();
  }

  SasFormat format() {
    return SasFormat.parse(column.format());
  }

  XportVariable as(ColumnType type, boolean reasons) {
    return new XportVariable(column.as(type).withReasons(reasons), number, offset);
  }

  /** Puts columns one behind the other, as a new file of the version keeps them. */
  static List<XportVariable> layOut(List<ColumnSpec> columns, XportVersion version) {
    List<XportVariable> variables = new ArrayList<>(columns.size());
    int offset = 0;
    for (ColumnSpec column : columns) {
      int length = requiredLength(column, version);
      ColumnSpec sized = column.sized(length);
      XportVariable variable = new XportVariable(sized, variables.size() + 1, offset);
      variable.requireFormat(version);
      variables.add(variable);
      offset += length;
    }
    return List.copyOf(variables);
  }

  private static int requiredLength(ColumnSpec column, XportVersion version) {
    boolean text = column.type() == ColumnType.TEXT;
    int length = !text && column.length() == 0 ? 8 : column.length();
    int shortest = text ? 1 : 2;
    int longest = text ? version.maxText() : 8;
    if (length < shortest || length > longest) {
      throw new IllegalArgumentException(
          "The length of "
              + column.name()
              + " must be "
              + shortest
              + " to "
              + longest
              + " bytes in "
              + version
              + ", not "
              + length);
    }
    return length;
  }

  private void requireFormat(XportVersion version) {
    int longest = version == XportVersion.V5 ? SHORT_NAME : LONG_NAME;
    if (format().name().length() > longest) {
      throw new IllegalArgumentException("The format of " + column.name() + " is too long.");
    }
  }

  /** Its descriptor: 140 bytes. */
  byte[] namestr(XportVersion version) {
    SasFormat format = format();
    byte[] name = column.name().getBytes(UTF_8);
    byte[] label = column.label().getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(XportHeader.NAMESTR);
    bytes.putShort((short) (isText() ? 2 : 1));
    bytes.putShort((short) 0);
    bytes.putShort((short) length());
    bytes.putShort((short) number);
    bytes.put(cutOrPad(name, SHORT_NAME));
    bytes.put(cutOrPad(label, SHORT_LABEL));
    bytes.put(cutOrPad(format.name().getBytes(UTF_8), SHORT_NAME));
    bytes.putShort((short) format.width());
    bytes.putShort((short) format.decimals());
    bytes.putInt(0);
    bytes.put(cutOrPad(new byte[0], SHORT_NAME));
    bytes.putInt(0);
    bytes.putInt(offset);
    if (version == XportVersion.V8) {
      bytes.put(cutOrPad(name, LONG_NAME));
      bytes.putShort((short) label.length);
    }
    return bytes.array();
  }

  /** Whether the descriptor cannot keep its label or format, so that version 8 tells them apart. */
  boolean needsLongLabel(XportVersion version) {
    return version == XportVersion.V8
        && (column.label().getBytes(UTF_8).length > SHORT_LABEL || hasLongFormat());
  }

  boolean hasLongFormat() {
    return format().name().length() > SHORT_NAME;
  }

  /** Its entry in the section of long labels, or of long labels and formats. */
  byte[] longLabel(boolean withFormat) {
    byte[] name = column.name().getBytes(UTF_8);
    byte[] label = column.label().getBytes(UTF_8);
    byte[] format = withFormat ? format().toString().getBytes(UTF_8) : new byte[0];
    ByteBuffer bytes = ByteBuffer.allocate(10 + name.length + label.length + format.length);
    bytes.putShort((short) number).putShort((short) name.length).putShort((short) label.length);
    if (withFormat) {
      bytes.putShort((short) format.length).putShort((short) 0);
    }
    bytes.put(name).put(label).put(format);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** The cut may go through a character; the section of long labels then has the whole. */
  private static byte[] cutOrPad(byte[] text, int length) {
    byte[] result = Arrays.copyOf(text, length);
    if (text.length < length) {
      Arrays.fill(result, text.length, length, BLANK);
    }
    return result;
  }
}
