package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stoa.data.ColumnType;

/** Reads the headers of one member, record after record. */
final class XportHeaderReader {

  private static final int RECORD = XportHeader.RECORD;
  private static final int KIND_END = XportHeader.start("").length();
  private static final int MAX_ROW = 1 << 24;

  private final XportBytes bytes;
  private final XportVersion version;
  private long position;
  private String dataset = "";

  XportHeaderReader(XportBytes bytes, XportVersion version, long position) {
    this.bytes = bytes;
    this.version = version;
    this.position = position;
  }

  /**
   * The member whose header begins at the position, with the row count as {@code rows} finds it.
   */
  XportMember read(RowCount rows) throws IOException {
    byte[] member = expect(version.member());
    int namestr = number(member, 74, 4, "the size of variable descriptors");
    if (namestr != XportHeader.NAMESTR && namestr != XportHeader.NAMESTR_VAX) {
      throw damaged("the size of variable descriptors is " + namestr + ", not 140 or 136");
    }
    expect(version.descriptor());
    byte[] first = record("the dataset header");
    dataset = XportBytes.ascii(first, 8, version.maxName()).strip();
    if (dataset.isEmpty()) {
      throw damaged("the dataset has no name");
    }
    byte[] second = record("the dataset header");
    String label = text(second, 32, 40, "");
    byte[] header = expect(version.variables());
    int count = number(header, 54, 4, "the number of variables");
    List<XportVariable> variables = variables(count, namestr);
    variables = withLongLabels(variables);
    byte[] observations = expect(version.observations());
    long claimed = version == XportVersion.V8 ? claimedRows(observations) : -1;
    int rowLength = variables.stream().mapToInt(XportVariable::length).sum();
    long found = rows.count(position, rowLength, claimed, dataset);
    return new XportMember(dataset, label, version, variables, position, found);
  }

  /** Finds how many rows follow. */
  interface RowCount {
    long count(long dataStart, int rowLength, long claimed, String dataset) throws IOException;
  }

  private List<XportVariable> variables(int count, int namestr) throws IOException {
    if (count < 1) {
      throw damaged("the dataset " + dataset + " has no variable");
    }
    if (count > HeaderNames.MAX_COLUMNS) {
      throw new TooManyColumnsProblem(bytes.label(), HeaderNames.MAX_COLUMNS);
    }
    byte[] all = bytes.read(position, count * namestr, "the variable descriptors");
    List<XportVariable> variables = new ArrayList<>(count);
    Map<String, Integer> seen = new HashMap<>();
    int offset = 0;
    for (int i = 0; i < count; i++) {
      XportVariable variable = variable(all, i, namestr, offset);
      Integer before = seen.putIfAbsent(variable.column().name().toUpperCase(Locale.ROOT), i + 1);
      if (before != null) {
        throw damaged(
            "the variables "
                + before
                + " and "
                + (i + 1)
                + " of "
                + dataset
                + " are both named "
                + variable.column().name());
      }
      variables.add(variable);
      offset += variable.length();
      if (offset > MAX_ROW) {
        throw damaged("a row of " + dataset + " would have more than " + MAX_ROW + " bytes");
      }
    }
    position += padded((long) count * namestr);
    return variables;
  }

  private XportVariable variable(byte[] all, int index, int namestr, int offset) {
    int at = index * namestr;
    ByteBuffer fields = ByteBuffer.wrap(all);
    int kind = fields.getShort(at);
    int length = fields.getShort(at + 4);
    int stated = fields.getInt(at + 84);
    boolean longName = version == XportVersion.V8 && namestr == XportHeader.NAMESTR;
    String name = longName ? XportBytes.ascii(all, at + 88, 32).strip() : "";
    name = name.isEmpty() ? XportBytes.ascii(all, at + 8, 8).strip() : name;
    if (!isName(name)) {
      throw damaged("variable " + (index + 1) + " of " + dataset + " has no valid name");
    }
    boolean validKind = kind == 1 || kind == 2;
    boolean validLength = kind == 1 ? length >= 2 && length <= 8 : length >= 1;
    if (!validKind || !validLength || stated != offset) {
      throw damaged("the descriptor of " + dataset + "." + name + " contradicts itself");
    }
    boolean cut = version == XportVersion.V8 && fields.getShort(at + 120) > 40;
    String label = cut ? "" : text(all, at + 16, 40, name);
    SasFormat old =
        new SasFormat(
            "", Math.max(0, fields.getShort(at + 64)), Math.max(0, fields.getShort(at + 66)));
    SasFormat format = parse(XportBytes.ascii(all, at + 56, 8).strip(), old);
    return variable(name, label, kind == 2, length, format, index + 1, offset);
  }

  private static XportVariable variable(
      String name, String label, boolean text, int length, SasFormat format, int number, int at) {
    ColumnType type = text ? ColumnType.TEXT : format.meaning();
    return new XportVariable(
        new ColumnSpec(name, label, type, length, format.toString()), number, at);
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  /** Version 8 keeps labels of more than 40 and formats of more than 8 bytes in a section apart. */
  private List<XportVariable> withLongLabels(List<XportVariable> variables) throws IOException {
    if (version != XportVersion.V8) {
      return variables;
    }
    byte[] header = record("the header before the rows");
    boolean formats = isKind(header, "LABELV9");
    if (!formats && !isKind(header, "LABELV8")) {
      position -= RECORD;
      return variables;
    }
    int count = number(header, KIND_END, 12, "the number of long labels");
    long start = position;
    List<XportVariable> changed = new ArrayList<>(variables);
    for (int i = 0; i < count; i++) {
      readLongLabel(changed, formats);
    }
    position = start + padded(position - start);
    return changed;
  }

  private void readLongLabel(List<XportVariable> variables, boolean formats) throws IOException {
    int lengths = formats ? 10 : 6;
    String what = "the long labels";
    ByteBuffer fields = ByteBuffer.wrap(bytes.read(position, lengths, what));
    int number = fields.getShort(0);
    int nameLength = fields.getShort(2);
    int labelLength = fields.getShort(4);
    int formatLength = formats ? fields.getShort(6) : 0;
    int informatLength = formats ? fields.getShort(8) : 0;
    boolean known = number >= 1 && number <= variables.size();
    if (!known
        || Math.min(nameLength, labelLength) < 0
        || Math.min(formatLength, informatLength) < 0) {
      throw damaged("a long label of " + dataset + " names no variable");
    }
    int total = nameLength + labelLength + formatLength + informatLength;
    byte[] texts = bytes.read(position + lengths, total, what);
    position += lengths + total;
    XportVariable old = variables.get(number - 1);
    String label = text(texts, nameLength, labelLength, old.column().name());
    String format = XportBytes.ascii(texts, nameLength + labelLength, formatLength).strip();
    variables.set(
        number - 1,
        variable(
            old.column().name(),
            label,
            old.isText(),
            old.length(),
            format.isEmpty() ? old.format() : parse(format, old.format()),
            old.number(),
            old.offset()));
  }

  /** The long section has the name; width and decimals stand in the descriptor if not there. */
  private SasFormat parse(String text, SasFormat old) {
    try {
      SasFormat format = SasFormat.parse(text);
      return format.width() > 0 || format.decimals() > 0
          ? format
          : new SasFormat(format.name(), old.width(), old.decimals());
    } catch (IllegalArgumentException e) {
      throw damaged("'" + text + "' is not a format of SAS");
    }
  }

  private long claimedRows(byte[] header) {
    String digits = XportBytes.ascii(header, KIND_END, 15).strip();
    if (digits.isEmpty() || digits.chars().allMatch(c -> c == '0')) {
      return -1;
    }
    if (!digits.chars().allMatch(Character::isDigit)) {
      throw damaged("the number of rows of " + dataset + " is not a number");
    }
    return Long.parseLong(digits);
  }

  private byte[] expect(String kind) throws IOException {
    byte[] header = record("the " + kind + " header");
    if (!isKind(header, kind)) {
      position -= RECORD;
      throw damaged("there is no " + kind + " header where one should be");
    }
    return header;
  }

  private static boolean isKind(byte[] header, String kind) {
    return XportBytes.ascii(header, 0, KIND_END).equals(XportHeader.start(kind));
  }

  private byte[] record(String what) throws IOException {
    byte[] record = bytes.read(position, RECORD, what);
    position += RECORD;
    return record;
  }

  private int number(byte[] record, int offset, int length, String what) {
    String digits = XportBytes.ascii(record, offset, length).strip();
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw damaged(what + " is '" + digits + "'");
    }
  }

  private String text(byte[] source, int offset, int length, String variable) {
    int end = XportBytes.textEnd(source, offset, offset + length);
    int wrong = Utf8.firstInvalid(source, offset, end);
    if (wrong >= 0) {
      int value = source[wrong] & 0xFF;
      throw new NotUtf8Problem(bytes.label(), dataset, 0, variable, value, Utf8.looksLike(value));
    }
    return new String(source, offset, end - offset, UTF_8).strip();
  }

  private DamagedXportProblem damaged(String detail) {
    return bytes.damaged(position, detail);
  }

  static long padded(long length) {
    return (length + RECORD - 1) / RECORD * RECORD;
  }
}
