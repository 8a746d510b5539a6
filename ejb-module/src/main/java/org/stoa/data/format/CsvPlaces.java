package org.stoa.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Follows the lines, records and fields of a CSV file while it is read, and tells where a problem
 * is, in lines and characters. For that it reads the line again, since problems are rare. Offsets
 * count the bytes of the file.
 */
final class CsvPlaces {

  private final Path file;
  private final String label;

  private long line = 1;
  private long lineStart;
  private long recordLine = 1;
  private long recordStart;
  private long fieldLine;
  private long fieldLineStart;
  private long fieldStart;

  CsvPlaces(Path file, String label, long firstOffset) {
    this.file = file;
    this.label = label;
    lineStart = firstOffset;
  }

  /** The next line begins. */
  void beginLine(long offset) {
    line++;
    lineStart = offset;
  }

  /** The line that just began begins later: what ended the one before has a second byte. */
  void moveLine(long offset) {
    lineStart = offset;
  }

  void beginRecord(long offset) {
    recordLine = line;
    recordStart = offset;
  }

  void beginField(long offset) {
    fieldLine = line;
    fieldLineStart = lineStart;
    fieldStart = offset;
  }

  /** The line on which the current record begins, counted from 1. */
  long recordLine() {
    return recordLine;
  }

  /** How many bytes the current record has up to here. */
  long recordLength(long offset) {
    return offset - recordStart;
  }

  TextPlace record() {
    return new TextPlace(recordLine, 1);
  }

  TextPlace field() throws IOException {
    return place(fieldLine, fieldLineStart, fieldStart);
  }

  /** A byte of the current line. */
  TextPlace at(long offset) throws IOException {
    return place(line, lineStart, offset);
  }

  /** The problem of the current field, which is not UTF-8 somewhere before the offset. */
  NotUtf8Problem notUtf8(long offset) throws IOException {
    byte[] raw = read(fieldStart, offset);
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
    return new NotUtf8Problem(label, place, value, Utf8.looksLike(value));
  }

  private TextPlace place(long atLine, long atLineStart, long offset) throws IOException {
    long characters = 0;
    for (byte b : read(atLineStart, offset)) {
      characters += Utf8.isContinuation(b & 0xFF) ? 0 : 1;
    }
    return new TextPlace(atLine, characters + 1);
  }

  private byte[] read(long from, long to) throws IOException {
    try (InputStream again = Files.newInputStream(file)) {
      again.skipNBytes(from);
      return again.readNBytes((int) (to - from));
    }
  }
}
