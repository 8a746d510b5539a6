package org.stoa.data.format.excel;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an XML part on their way to the parser, which keeps a whole tag, comment or
 * text in memory: none may be longer than {@link #MAX_PIECE}, and none may declare entities.
 */
final class BoundedXml extends FilterReader {

  /** The longest tag, text or comment in characters. */
  static final int MAX_PIECE = 1 << 22;

  private final String file;
  private final PartPlace place;
  private int sinceTag;
  private char markEnd;
  private char before;
  private char beforeThat;

  private BoundedXml(String file, PartPlace place, Reader in) {
    super(in);
    this.file = file;
    this.place = place;
  }

  /** The characters of a part, which is in UTF-8 or UTF-16 (ECMA-376 part 2, 9.2). */
  static BoundedXml of(String file, PartPlace place, InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    Charset charset = charset(in);
    return new BoundedXml(
        file,
        place,
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static Charset charset(InputStream in) throws IOException {
    in.mark(3);
    byte[] head = in.readNBytes(3);
    in.reset();
    if (head.length < 3) {
      return StandardCharsets.UTF_8;
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    if (first == 0xEF && second == 0xBB) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    if (marked || first == 0) {
      return StandardCharsets.UTF_16;
    }
    return second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    int count = in.read(chars, offset, length);
    for (int i = offset; i < offset + count; i++) {
      watch(chars[i]);
    }
    return count;
  }

  /** A mark is what begins with {@code <!} or {@code <?}: in it a {@code <} begins nothing. */
  private void watch(char c) {
    if (c == '<' && markEnd == 0) {
      sinceTag = 0;
    } else if (sinceTag == 1 && c == '?') {
      markEnd = '?';
    } else if (sinceTag == 2 && before == '!') {
      beginMark(c);
    } else if (c == '>' && markEnd != 0 && endsMark()) {
      markEnd = 0;
    }
    if (sinceTag++ > MAX_PIECE) {
      throw UnsafeWorkbookProblem.longPiece(file, place, MAX_PIECE);
    }
    beforeThat = before;
    before = c;
  }

  /** A comment ends with two hyphens, a section of characters with two brackets. */
  private void beginMark(char third) {
    if (third == 'D') {
      throw UnsafeWorkbookProblem.entities(file, place);
    }
    markEnd = third == '[' ? ']' : '-';
  }

  private boolean endsMark() {
    return before == markEnd && (markEnd == '?' || beforeThat == markEnd);
  }
}
