package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a SAS XPORT file, read at any place; reading past the end is told as damage. */
final class XportBytes implements Closeable {

  private static final int WINDOW = XportHeader.RECORD * 4_096;

  private final FileChannel channel;
  private final String label;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  XportBytes(Path file, String label) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.label = label;
    this.size = channel.size();
  }

  String label() {
    return label;
  }

  long size() {
    return size;
  }

  DamagedXportProblem damaged(long position, String detail) {
    return new DamagedXportProblem(label, position, detail);
  }

  /**
   * Reads bytes.
   *
   * @param what they are, for the problem when the file ends before
   */
  byte[] read(long position, int length, String what) throws IOException {
    if (position + length > size) {
      throw damaged(size, "the file ends in the middle of " + what);
    }
    byte[] bytes = new byte[length];
    fill(position, ByteBuffer.wrap(bytes));
    return bytes;
  }

  /** Fills the buffer from the place on, which the file must have. */
  void fill(long position, ByteBuffer target) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw damaged(at, "the file has become shorter");
      }
      at += read;
    }
  }

  /** Whether a whole record lies at the place and begins as told. For walks from front to back. */
  boolean recordStartsWith(long position, byte[] start) throws IOException {
    if (position + XportHeader.RECORD > size) {
      return false;
    }
    if (position < windowStart || position + XportHeader.RECORD > windowStart + window.limit()) {
      window.clear().limit((int) Math.min(WINDOW, size - position));
      fill(position, window);
      windowStart = position;
    }
    int from = (int) (position - windowStart);
    byte[] bytes = window.array();
    for (int i = 0; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Text without the blanks and NUL bytes behind it. Letters beyond ASCII are not looked at. */
  static String ascii(byte[] bytes, int offset, int length) {
    int end = textEnd(bytes, offset, offset + length);
    return new String(bytes, offset, end - offset, ISO_8859_1);
  }

  /** Where a text ends when the blanks and NUL bytes behind it are left off. */
  static int textEnd(byte[] bytes, int start, int end) {
    int last = end;
    while (last > start && (bytes[last - 1] == ' ' || bytes[last - 1] == 0)) {
      last--;
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
