package org.stoa.data.format.sas7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a dataset: its header and its pages. */
final class Sas7Source implements Closeable {

  private static final int START = 288;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int SHORTEST_PAGE = 1 << 10;
  private static final int LONGEST_PAGE = 1 << 24;
  private static final byte WIDE = 0x33;

  private final FileChannel channel;
  private final String label;
  private final long size;

  Sas7Source(Path file, String label) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.label = label;
    this.size = channel.size();
  }

  String label() {
    return label;
  }

  DamagedSasProblem damaged(long page, String detail) {
    return new DamagedSasProblem(label, page, detail);
  }

  /** Reads the header of the file. */
  Sas7Layout layout() throws IOException {
    ByteBuffer head = read(0, START, 0);
    boolean wide = head.get(32) == WIDE;
    int shift = head.get(35) == WIDE ? 4 : 0;
    head.order(head.get(37) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int headerLength = head.getInt(196 + shift);
    int pageLength = head.getInt(200 + shift);
    long pages = wide ? head.getLong(204 + shift) : head.getInt(204 + shift);
    if (headerLength < START || headerLength > LONGEST_HEADER) {
      throw damaged(0, "the header would have " + headerLength + " bytes");
    }
    if (pageLength < SHORTEST_PAGE || pageLength > LONGEST_PAGE) {
      throw damaged(0, "a page would have " + pageLength + " bytes");
    }
    long room = (size - headerLength) / pageLength;
    if (pages < 1 || pages > room) {
      throw damaged(0, pages + " pages are claimed, and the file has room for " + room);
    }
    return new Sas7Layout(
        name(head), wide, head.order(), charset(head), headerLength, pageLength, pages);
  }

  private Charset charset(ByteBuffer head) {
    int number = head.get(70) & 0xFF;
    return Sas7Encoding.of(number)
        .orElseThrow(
            () ->
                new UnsupportedSasProblem(
                    label, "texts in the encoding number " + number + ", which is not known"));
  }

  private static String name(ByteBuffer head) {
    byte[] name = new byte[64];
    head.get(92, name);
    return new String(name, ISO_8859_1).replace('\0', ' ').strip();
  }

  /**
   * Reads a page.
   *
   * @param page counted from 1
   */
  Sas7Page page(Sas7Layout layout, long page) throws IOException {
    long start = layout.headerLength() + (page - 1) * layout.pageLength();
    ByteBuffer bytes = read(start, layout.pageLength(), page).order(layout.order());
    return new Sas7Page(this, layout, page, bytes);
  }

  private ByteBuffer read(long start, int length, long page) throws IOException {
    if (start + length > size) {
      throw damaged(page, "the file ends after " + size + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw damaged(page, "the file has become shorter");
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
