package org.stoa.data.format.sas7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stoa.data.format.SasMissing;

/**
 * Writes datasets: the first page has all subheaders and, if rows are not packed, the first rows;
 * the others have rows only. Everything that the header can vary can be chosen.
 *
 * @param wide whether words have 8 bytes
 * @param order the order of bytes
 * @param packing how rows are packed
 * @param encoding the number of the encoding
 * @param columns the variables
 * @param rows for each variable a String, a Double or a {@link SasMissing}
 */
record DatasetOfTest(
    boolean wide,
    ByteOrder order,
    RowPacking packing,
    int encoding,
    List<Variable> columns,
    List<List<Object>> rows) {

  static final int PAGE = 8_192;
  static final int HEADER = 1_024;

  /** A variable; {@code length} bytes, with a display format such as DATE and its width. */
  record Variable(String name, String label, boolean text, int length, String format, int width) {

    static Variable number(String name, int length) {
      return new Variable(name, "", false, length, "", 0);
    }

    static Variable text(String name, int length) {
      return new Variable(name, "", true, length, "", 0);
    }
  }

  private int word() {
    return wide ? 8 : 4;
  }

  private int at(int narrowPlace, int widePlace) {
    return wide ? widePlace : narrowPlace;
  }

  private Charset charset() {
    return Sas7Encoding.of(encoding).orElse(StandardCharsets.US_ASCII);
  }

  int rowLength() {
    return columns.stream().mapToInt(Variable::length).sum();
  }

  /** Writes the file. */
  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("lb.sas7bdat"), bytes());
  }

  byte[] bytes() {
    List<byte[]> pages = pages();
    ByteBuffer head = ByteBuffer.allocate(HEADER).order(order);
    head.put(Sas7File.magic());
    head.put(32, (byte) (wide ? 0x33 : 0x22)).put(35, (byte) 0x33);
    head.put(37, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0)).put(70, (byte) encoding);
    head.put(92, "LB      ".getBytes(StandardCharsets.US_ASCII));
    head.putInt(200, HEADER).putInt(204, PAGE);
    putWord(head, 208, pages.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.array());
    pages.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private void putWord(ByteBuffer bytes, int at, long value) {
    if (wide) {
      bytes.putLong(at, value);
    } else {
      bytes.putInt(at, (int) value);
    }
  }

  private List<byte[]> pages() {
    Pieces first = new Pieces(packing == RowPacking.NONE ? 0x0200 : 0);
    int onMix = packing == RowPacking.NONE ? Math.min(3, rows.size()) : 0;
    subheaders(onMix).forEach(subheader -> first.add(subheader, 0, 0));
    List<byte[]> packed = rows.stream().map(this::row).toList();
    List<byte[]> pages = new ArrayList<>();
    pages.add(first.page(packed.subList(0, onMix)));
    if (packing == RowPacking.NONE) {
      int most = (PAGE - at(24, 40)) / rowLength();
      for (int from = onMix; from < packed.size(); from += most) {
        int to = Math.min(packed.size(), from + most);
        pages.add(new Pieces(0x0100).page(packed.subList(from, to)));
      }
      return pages;
    }
    for (int from = 0; from < packed.size(); from += 5) {
      Pieces page = new Pieces(0);
      for (byte[] row : packed.subList(from, Math.min(packed.size(), from + 5))) {
        page.add(row, row.length == rowLength() ? 0 : 4, 1);
      }
      page.add(new byte[0], 1, 1);
      pages.add(page.page(List.of()));
    }
    return pages;
  }

  /** Collects what the pointers of a page lead to. */
  private final class Pieces {
    private final int type;
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<byte[]> flags = new ArrayList<>();

    Pieces(int type) {
      this.type = type;
    }

    void add(byte[] piece, int compression, int kind) {
      pieces.add(piece);
      flags.add(new byte[] {(byte) compression, (byte) kind});
    }

    byte[] page(List<byte[]> plainRows) {
      ByteBuffer page = ByteBuffer.allocate(PAGE).order(order);
      int header = at(24, 40);
      page.putShort(header - 8, (short) type);
      page.putShort(header - 6, (short) (pieces.size() + plainRows.size()));
      page.putShort(header - 4, (short) pieces.size());
      int end = PAGE;
      for (int i = 0; i < pieces.size(); i++) {
        end -= pieces.get(i).length;
        int pointer = header + i * at(12, 24);
        putWord(page, pointer, end);
        putWord(page, pointer + word(), pieces.get(i).length);
        page.put(pointer + 2 * word(), flags.get(i));
        page.put(end, pieces.get(i));
      }
      int start = (header + pieces.size() * at(12, 24) + 7) / 8 * 8;
      for (byte[] row : plainRows) {
        page.put(start, row);
        start += row.length;
      }
      return page.array();
    }
  }

  private List<byte[]> subheaders(int onMix) {
    Texts texts = new Texts();
    List<byte[]> all = new ArrayList<>();
    ByteBuffer size = subheader(0xF7F7F7F7, at(480, 808));
    putWord(size, at(20, 40), rowLength());
    putWord(size, at(24, 48), rows.size());
    putWord(size, at(60, 120), onMix);
    texts.put(size, at(350, 678), "Laboratory");
    String method = packing == RowPacking.RUNS ? "SASYZCRL" : "SASYZCR2";
    texts.put(size, at(362, 690), packing == RowPacking.NONE ? "" : method);
    all.add(all(size));
    ByteBuffer count = subheader(0xF6F6F6F6, at(12, 24));
    putWord(count, word(), columns.size());
    all.add(all(count));
    ByteBuffer names = subheader(-1, at(20, 28) + 8 * columns.size());
    ByteBuffer places = subheader(-4, at(20, 28) + at(12, 16) * columns.size());
    List<byte[]> formats = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < columns.size(); i++) {
      Variable column = columns.get(i);
      texts.put(names, at(12, 16) + 8 * i, column.name);
      int place = at(12, 16) + at(12, 16) * i;
      putWord(places, place, offset);
      places.putInt(place + word(), column.length);
      places.put(place + word() + 6, (byte) (column.text ? 2 : 1));
      offset += column.length;
      ByteBuffer format = subheader(-1026, at(52, 64));
      format.putShort(at(12, 24), (short) column.width);
      texts.put(format, at(34, 46), column.format);
      texts.put(format, at(40, 52), column.label);
      formats.add(all(format));
    }
    all.add(all(names));
    all.add(all(places));
    all.addAll(formats);
    all.add(1, texts.subheader());
    return all;
  }

  private static byte[] all(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.capacity()];
    bytes.get(0, copy);
    return copy;
  }

  private ByteBuffer subheader(int signature, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
    boolean padded = signature == 0xF7F7F7F7 || signature == 0xF6F6F6F6;
    if (!wide || padded) {
      return bytes.putInt(0, signature);
    }
    return bytes.putLong(0, signature);
  }

  /** The block of names, labels and formats. */
  private final class Texts {
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    Texts() {
      block.writeBytes(new byte[16]);
    }

    void put(ByteBuffer subheader, int at, String text) {
      byte[] bytes = text.getBytes(charset());
      subheader.putShort(at + 2, (short) block.size());
      subheader.putShort(at + 4, (short) bytes.length);
      block.writeBytes(bytes);
      block.writeBytes(new byte[(4 - block.size() % 4) % 4]);
    }

    byte[] subheader() {
      ByteBuffer bytes = DatasetOfTest.this.subheader(-3, word() + block.size());
      return all(bytes.put(word(), block.toByteArray()));
    }
  }

  private byte[] row(List<Object> values) {
    ByteBuffer row = ByteBuffer.allocate(rowLength());
    for (int i = 0; i < columns.size(); i++) {
      Variable column = columns.get(i);
      if (column.text) {
        byte[] text = ((String) values.get(i)).getBytes(charset());
        row.put(text);
        for (int k = text.length; k < column.length; k++) {
          row.put((byte) ' ');
        }
      } else {
        row.put(number(values.get(i), column.length));
      }
    }
    return switch (packing) {
      case NONE -> row.array();
      case RUNS -> shorter(runs(row.array()), row.array());
      case ROSS -> shorter(ross(row.array()), row.array());
    };
  }

  /** A row that packing makes no shorter is kept as it is. */
  private static byte[] shorter(byte[] packed, byte[] row) {
    return packed.length < row.length ? packed : row;
  }

  private byte[] number(Object value, int length) {
    long bits =
        value instanceof SasMissing missing
            ? bits(missing)
            : Double.doubleToRawLongBits((Double) value);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int at = order == ByteOrder.LITTLE_ENDIAN ? length - 1 - i : i;
      bytes[at] = (byte) (bits >>> (56 - 8 * i));
    }
    return bytes;
  }

  private static long bits(SasMissing missing) {
    int code = missing.code() == '_' ? 0 : missing.code() == '.' ? 1 : missing.code() - 'A' + 2;
    return 0xFFFF000000000000L | ((~code & 0xFFL) << 40);
  }

  /** Runs of blanks and of nothing are told by their length, all else is copied. */
  private static byte[] runs(byte[] row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < row.length) {
      int run = run(row, at, 17);
      if (run >= 3) {
        out.write(
            row[at] == ' ' ? 0xE0 | (run - 2) : row[at] == 0 ? 0xF0 | (run - 2) : 0xC0 | (run - 3));
        if (row[at] != ' ' && row[at] != 0) {
          out.write(row[at]);
        }
        at += run;
      } else {
        int count = Math.min(16, row.length - at);
        out.write(0x80 | (count - 1));
        out.write(row, at, count);
        at += count;
      }
    }
    return out.toByteArray();
  }

  private static int run(byte[] row, int from, int most) {
    int run = 1;
    while (run < most && from + run < row.length && row[from + run] == row[from]) {
      run++;
    }
    return run;
  }

  private static byte[] ross(byte[] row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < row.length) {
      int flags = 0;
      ByteArrayOutputStream pieces = new ByteArrayOutputStream();
      for (int bit = 15; bit >= 0 && at < row.length; bit--) {
        int run = run(row, at, 18);
        if (run >= 3) {
          flags |= 1 << bit;
          pieces.write(run - 3);
          pieces.write(row[at]);
          at += run;
        } else {
          pieces.write(row[at++]);
        }
      }
      out.write(flags >> 8);
      out.write(flags);
      out.writeBytes(pieces.toByteArray());
    }
    return out.toByteArray();
  }
}
