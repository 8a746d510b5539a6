package org.stoa.data.format.json;

import java.io.IOException;
import java.io.InputStream;
import org.stoa.data.format.NotUtf8Problem;
import org.stoa.data.format.NulByteProblem;
import org.stoa.data.format.Utf8;

/**
 * Lets bytes through that are UTF-8 (RFC 3629: no overlong forms, no surrogates) and have no NUL
 * among them, up to a limit.
 */
final class CheckedText extends InputStream {

  private final InputStream in;
  private final JsonSource source;
  private final long mostBytes;
  private long before;
  private long characterStart;
  private int first;
  private int missing;
  private int lowest = 0x80;
  private int highest = 0xBF;

  CheckedText(InputStream in, JsonSource source, long mostBytes) {
    this.in = in;
    this.source = source;
    this.mostBytes = mostBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read < 0) {
      if (missing > 0) {
        throw notUtf8();
      }
      return read;
    }
    check(target, offset, offset + read);
    before += read;
    if (before > mostBytes) {
      throw JsonLimitProblem.unpacked(source.label(), mostBytes);
    }
    return read;
  }

  private void check(byte[] bytes, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte value = bytes[i];
      if (value > 0 && missing == 0) {
        continue;
      }
      long offset = before + i - from;
      if (value == 0) {
        throw new NulByteProblem(source.label(), source.place(offset));
      }
      if (missing == 0) {
        begin(value & 0xFF, offset);
      } else {
        goOn(value & 0xFF);
      }
    }
  }

  /** The first byte of a character beyond ASCII. */
  private void begin(int value, long offset) throws IOException {
    first = value;
    characterStart = offset;
    lowest = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
    highest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    if (value >= 0xC2 && value <= 0xDF) {
      missing = 1;
    } else if (value >= 0xE0 && value <= 0xEF) {
      missing = 2;
    } else if (value >= 0xF0 && value <= 0xF4) {
      missing = 3;
    } else {
      throw notUtf8();
    }
  }

  private void goOn(int value) throws IOException {
    if (value < lowest || value > highest) {
      throw notUtf8();
    }
    lowest = 0x80;
    highest = 0xBF;
    missing--;
  }

  private NotUtf8Problem notUtf8() throws IOException {
    return new NotUtf8Problem(
        source.label(), source.place(characterStart), first, Utf8.looksLike(first));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
