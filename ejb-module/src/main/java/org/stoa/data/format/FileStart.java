package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Knows files of JSON and Parquet from how they begin. */
final class FileStart {

  /**
   * An object or an array of something, perhaps behind a byte order mark; no column is so named.
   */
  private static final Pattern JSON =
      Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*(\\{\\s*[\"}]|\\[\\s*[\"\\[{\\]])");

  private static final String PARQUET = "PAR1";
  private static final int INFLATED = 512;

  private FileStart() {}

  /** Whether it begins as JSON does that is an object or an array. */
  static boolean isJson(byte[] head) {
    return JSON.matcher(new String(head, ISO_8859_1)).lookingAt();
  }

  /** Whether it is JSON as a zlib stream (RFC 1950), as compressed Dataset-JSON is. */
  static boolean isCompressedJson(byte[] head) {
    if (head.length < 2 || (head[0] & 0x0F) != 8) {
      return false;
    }
    if (((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 != 0) {
      return false;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(head);
      byte[] start = new byte[INFLATED];
      int length = inflater.inflate(start);
      return isJson(Arrays.copyOf(start, length));
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /** Whether it begins as Parquet does. A cut file counts too, but not a text. */
  static boolean isParquet(byte[] head, Path file) throws IOException {
    return isMagic(head) && (endsAsParquet(file) || hasControls(head));
  }

  private static boolean endsAsParquet(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[PARQUET.length()];
      bytes.seek(bytes.length() - end.length);
      bytes.readFully(end);
      return isMagic(end);
    }
  }

  private static boolean isMagic(byte[] bytes) {
    return new String(bytes, 0, Math.min(PARQUET.length(), bytes.length), ISO_8859_1)
        .equals(PARQUET);
  }

  private static boolean hasControls(byte[] head) {
    for (byte value : head) {
      if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r') {
        return true;
      }
    }
    return false;
  }
}
