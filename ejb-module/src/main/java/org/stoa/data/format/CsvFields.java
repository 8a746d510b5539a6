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

  /** No byte is equal to it. */
  private static final int NEVER = 256;

  private final String label;
  private final CsvPlaces places;
  private final LineEndings endings = new LineEndings();
  private final InputStream in;
  private final LongConsumer progress;
  private final byte delimiter;
  private final int quote;
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

  private boolean carriageReturn;

  /**
   * Opens a file.
   *
   * @param progress is told how many bytes were read, now and then
   */
  CsvFields(Path file, String label, CsvDialect dialect, LongConsumer progress) throws IOException {
    this.label = label;
    this.progress = progress;
    this.delimiter = (byte) dialect.delimiter();
    this.quote = dialect.quote() == CsvDialect.NO_QUOTE ? NEVER : dialect.quote();
    stops[dialect.delimiter()] = true;
    stops['\n'] = true;
    stops['\r'] = true;
    stops[0] = true;
    in = Files.newInputStream(file);
    in.skipNBytes(dialect.bomLength());
    base = dialect.bomLength();
    places = new CsvPlaces(file, label, base);
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
    return places.recordLine();
  }

  /** Steps to the next field: {@link #NONE}, {@link #FIELD} or {@link #LAST_FIELD}. */
  int next() throws IOException {
    if (!inRecord && !beginRecord()) {
      return NONE;
    }
    start = position;
    quoted = false;
    boolean more = position < limit || fill();
    places.beginField(offset());
    if (!more) {
      end = start;
      inRecord = false;
      return LAST_FIELD;
    }
    return buffer[position] == quote ? quotedField() : plainField();
  }

  private boolean beginRecord() throws IOException {
    start = position;
    if (position == limit && !fill()) {
      if (carriageReturn) {
        endings.addCr();
      }
      return false;
    }
    if (carriageReturn) {
      endCarriageReturn();
      if (position == limit && !fill()) {
        return false;
      }
    }
    places.beginRecord(offset());
    inRecord = true;
    return true;
  }

  /** A line feed right behind a carriage return belongs to it. */
  private void endCarriageReturn() {
    carriageReturn = false;
    if (buffer[position] == '\n') {
      endings.addCrLf();
      position++;
      start = position;
      places.moveLine(offset());
    } else {
      endings.addCr();
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
        throw QuoteProblem.unterminated(label, places.field());
      }
      byte c = buffer[position++];
      if (c == quote && !isEscape()) {
        break;
      }
      if (c == '\n' || c == '\r') {
        countLineInQuotes(c);
      } else if (c == 0) {
        throw new NulByteProblem(label, places.at(offset() - 1));
      }
      high |= c;
      buffer[write++] = c;
    }
    end = write;
    requireUtf8(high);
    if (position < limit && !stops[buffer[position] & 0xFF]) {
      throw QuoteProblem.textAfterQuote(label, places.at(offset()));
    }
    return delimit();
  }

  /** Behind a quote: whether another one follows, which is consumed. */
  private boolean isEscape() throws IOException {
    if ((position < limit || fill()) && buffer[position] == quote) {
      position++;
      return true;
    }
    return false;
  }

  private void countLineInQuotes(byte c) {
    boolean secondHalf = c == '\n' && write > start && buffer[write - 1] == '\r';
    if (secondHalf) {
      places.moveLine(offset());
    } else {
      places.beginLine(offset());
    }
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
      throw new NulByteProblem(label, places.at(offset()));
    }
    position++;
    if (c == delimiter) {
      return FIELD;
    }
    inRecord = false;
    places.beginLine(offset());
    carriageReturn = c == '\r';
    if (c == '\n') {
      endings.addLf();
    }
    return LAST_FIELD;
  }

  private void requireLengths() throws IOException {
    if (end - start > MAX_FIELD) {
      throw fieldTooLong();
    }
    if (places.recordLength(offset()) > MAX_RECORD) {
      throw TooLongProblem.record(label, places.record(), MAX_RECORD);
    }
  }

  private TooLongProblem fieldTooLong() throws IOException {
    return TooLongProblem.field(label, places.field(), MAX_FIELD);
  }

  private void requireUtf8(int high) throws IOException {
    if (high >= 0 || Utf8.firstInvalid(buffer, start, end) < 0) {
      return;
    }
    throw places.notUtf8(offset());
  }

  /** Where the current field begins. */
  TextPlace fieldPlace() throws IOException {
    return places.field();
  }

  private long offset() {
    return base + position;
  }

  /** How records ended so far. */
  LineEnding lineEnding() {
    return endings.common();
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
