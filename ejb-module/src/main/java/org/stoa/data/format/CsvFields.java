package org.stoa.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Cuts a CSV file into fields (RFC 4180), one at a time, in constant memory, and checks what can be
 * checked in a field: quotes, UTF-8, NUL bytes, lengths. A quote that is not the first character of
 * a field is an ordinary character.
 *
 * <p>The current field lies in {@link #bytes()} from {@link #start()} to {@link #end()}, without
 * its quotes and with doubled quotes made single, until the next call of {@link #next()}.
 */
final class CsvFields implements Closeable {

  /** The longest field in bytes. */
  static final int MAX_FIELD = 1 << 20;

  /** The longest record in bytes. */
  static final int MAX_RECORD = 1 << 24;

  /** There is no field left. */
  static final int NONE = 0;

  /** A field, and more follow in its record. */
  static final int FIELD = 1;

  /** A field, the last one of its record. */
  static final int LAST_FIELD = 2;

  private static final int FIRST_BUFFER = 1 << 18;

  private final Path file;
  private final String label;
  private final InputStream in;
  private final LongConsumer progress;
  private final byte delimiter;
  private final boolean[] stops = new boolean[256];

  private byte[] buffer = new byte[FIRST_BUFFER];
  private long base;
  private int position;
  private int limit;
  private boolean ended;

  private int start;
  private int write;
  private int end;
  private boolean quoted;
  private boolean inRecord;

  private long line = 1;
  private long lineStart;
  private long recordLine = 1;
  private long recordStart;
  private long fieldStart;
  private long fieldLine;
  private long fieldLineStart;
  private boolean carriageReturn;
  private boolean sawLf;
  private boolean sawCrLf;
  private boolean sawCr;

  /**
   * Opens a file.
   *
   * @param progress is told how many bytes were read, now and then
   */
  CsvFields(Path file, String label, CsvDialect dialect, LongConsumer progress) throws IOException {
    this.file = file;
    this.label = label;
    this.progress = progress;
    this.delimiter = (byte) dialect.delimiter();
    stops[dialect.delimiter()] = true;
    stops['\n'] = true;
    stops['\r'] = true;
    stops[0] = true;
    in = Files.newInputStream(file);
    in.skipNBytes(dialect.bomLength());
    base = dialect.bomLength();
    lineStart = base;
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the field stands in quotes. */
  boolean quoted() {
    return quoted;
  }

  /** The line on which the current record begins, counted from 1. */
  long recordLine() {
    return recordLine;
  }

  /** Steps to the next field: {@link #NONE}, {@link #FIELD} or {@link #LAST_FIELD}. */
  int next() throws IOException {
    if (!inRecord && !beginRecord()) {
      return NONE;
    }
    start = position;
    quoted = false;
    boolean more = position < limit || fill();
    fieldStart = base + position;
    fieldLine = line;
    fieldLineStart = lineStart;
    if (!more) {
      end = start;
      inRecord = false;
      return LAST_FIELD;
    }
    return buffer[position] == '"' ? quotedField() : plainField();
  }

  private boolean beginRecord() throws IOException {
    start = position;
    if (position == limit && !fill()) {
      sawCr |= carriageReturn;
      return false;
    }
    if (carriageReturn) {
      endCarriageReturn();
      if (position == limit && !fill()) {
        return false;
      }
    }
    recordLine = line;
    recordStart = base + position;
    inRecord = true;
    return true;
  }

  /** A line feed right behind a carriage return belongs to it. */
  private void endCarriageReturn() {
    carriageReturn = false;
    if (buffer[position] == '\n') {
      sawCrLf = true;
      position++;
      start = position;
      lineStart++;
    } else {
      sawCr = true;
    }
  }

  private int plainField() throws IOException {
    int high = 0;
    while (true) {
      byte[] bytes = buffer;
      int at = position;
      int stop = limit;
      while (at < stop && !stops[bytes[at] & 0xFF]) {
        high |= bytes[at];
        at++;
      }
      position = at;
      if (at < stop) {
        end = at;
        break;
      }
      if (!fill()) {
        end = position;
        break;
      }
    }
    requireUtf8(high);
    return delimit();
  }

  private int quotedField() throws IOException {
    quoted = true;
    position++;
    start = position;
    write = position;
    int high = 0;
    while (true) {
      if (position == limit && !fill()) {
        throw QuoteProblem.unterminated(label, place(fieldLine, fieldLineStart, fieldStart));
      }
      byte c = buffer[position++];
      if (c == '"' && !isEscape()) {
        break;
      }
      if (c == '\n' || c == '\r') {
        countLineInQuotes(c);
      } else if (c == 0) {
        throw new NulByteProblem(label, place(line, lineStart, base + position - 1));
      }
      high |= c;
      buffer[write++] = c;
    }
    end = write;
    requireUtf8(high);
    if (position < limit && !stops[buffer[position] & 0xFF]) {
      throw QuoteProblem.textAfterQuote(label, place(line, lineStart, base + position));
    }
    return delimit();
  }

  /** Behind a quote: whether another one follows, which is consumed. */
  private boolean isEscape() throws IOException {
    if ((position < limit || fill()) && buffer[position] == '"') {
      position++;
      return true;
    }
    return false;
  }

  private void countLineInQuotes(byte c) {
    boolean secondHalf = c == '\n' && write > start && buffer[write - 1] == '\r';
    if (!secondHalf) {
      line++;
    }
    lineStart = base + position;
  }

  /** Takes what ends a field; the position is on it, or at the end of the file. */
  private int delimit() throws IOException {
    requireLengths();
    if (position == limit) {
      inRecord = false;
      return LAST_FIELD;
    }
    byte c = buffer[position];
    if (c == 0) {
      throw new NulByteProblem(label, place(line, lineStart, base + position));
    }
    position++;
    if (c == delimiter) {
      return FIELD;
    }
    inRecord = false;
    line++;
    lineStart = base + position;
    carriageReturn = c == '\r';
    sawLf |= c == '\n';
    return LAST_FIELD;
  }

  private void requireLengths() throws IOException {
    if (end - start > MAX_FIELD) {
      throw fieldTooLong();
    }
    if (base + position - recordStart > MAX_RECORD) {
      throw TooLongProblem.record(label, new TextPlace(recordLine, 1), MAX_RECORD);
    }
  }

  private TooLongProblem fieldTooLong() throws IOException {
    return TooLongProblem.field(label, place(fieldLine, fieldLineStart, fieldStart), MAX_FIELD);
  }

  private void requireUtf8(int high) throws IOException {
    if (high >= 0 || Utf8.firstInvalid(buffer, start, end) < 0) {
      return;
    }
    byte[] raw = read(fieldStart, (int) (base + position - fieldStart));
    int wrong = Utf8.firstInvalid(raw, 0, raw.length);
    long wrongLine = fieldLine;
    long wrongLineStart = fieldLineStart;
    for (int i = 0; i < wrong; i++) {
      boolean pair = raw[i] == '\r' && raw[i + 1] == '\n';
      if ((raw[i] == '\n' || raw[i] == '\r') && !pair) {
        wrongLine++;
        wrongLineStart = fieldStart + i + 1;
      }
    }
    int value = raw[wrong] & 0xFF;
    TextPlace place = place(wrongLine, wrongLineStart, fieldStart + wrong);
    throw new NotUtf8Problem(label, place, value, Utf8.looksLike(value));
  }

  /** Where the current field begins. */
  TextPlace fieldPlace() throws IOException {
    return place(fieldLine, fieldLineStart, fieldStart);
  }

  /** Counts characters, and for that reads the line again: problems are rare. */
  private TextPlace place(long atLine, long atLineStart, long offset) throws IOException {
    byte[] before = read(atLineStart, (int) (offset - atLineStart));
    long characters = 0;
    for (byte b : before) {
      characters += Utf8.isContinuation(b & 0xFF) ? 0 : 1;
    }
    return new TextPlace(atLine, characters + 1);
  }

  private byte[] read(long offset, int length) throws IOException {
    try (InputStream again = Files.newInputStream(file)) {
      again.skipNBytes(offset);
      return again.readNBytes(length);
    }
  }

  /** How records ended so far. */
  LineEnding lineEnding() {
    int kinds = (sawLf ? 1 : 0) + (sawCrLf ? 1 : 0) + (sawCr ? 1 : 0);
    if (kinds > 1) {
      return LineEnding.MIXED;
    }
    if (sawCrLf) {
      return LineEnding.CRLF;
    }
    return sawCr ? LineEnding.CR : LineEnding.LF;
  }

  /** Reads on behind the current field, which stays in the buffer; false at the end of the file. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    int kept = limit - start;
    if (kept > MAX_FIELD) {
      throw fieldTooLong();
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, kept);
    buffer = target;
    base += start;
    position -= start;
    write -= start;
    start = 0;
    limit = kept;
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return false;
    }
    limit += read;
    progress.accept(base + limit);
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
