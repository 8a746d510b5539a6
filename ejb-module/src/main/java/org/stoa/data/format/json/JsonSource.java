package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.stoa.data.format.TextPlace;

/** A JSON file, plain or compressed: opens it, and knows the places in it. */
final class JsonSource {

  /** How deep values may lie in each other. */
  static final int MAX_DEPTH = 100;

  /** The longest text in characters. */
  static final int MAX_TEXT = 1 << 20;

  /** The longest number in characters. */
  static final int MAX_NUMBER = 1_000;

  /** The longest name of a member in characters. */
  static final int MAX_NAME = 10_000;

  private static final int BUFFER = 1 << 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .build())
          .build();

  private final Path file;
  private final String label;
  private final boolean compressed;
  private final long mostBytes;

  /**
   * A file.
   *
   * @param label the name by which problems call it
   * @param compressed whether it is a zlib stream
   * @param mostBytes how many bytes of JSON it may have
   */
  JsonSource(Path file, String label, boolean compressed, long mostBytes) {
    this.file = file;
    this.label = label;
    this.compressed = compressed;
    this.mostBytes = mostBytes;
  }

  String label() {
    return label;
  }

  /**
   * Opens it for the first walk, which checks every byte.
   *
   * @param progress is told now and then how many bytes of the file were read
   */
  JsonParser openChecked(LongConsumer progress) throws IOException {
    return parser(new CheckedText(bytes(progress), this, mostBytes));
  }

  /** Opens it again. */
  JsonParser open() throws IOException {
    return parser(bytes(bytes -> {}));
  }

  private static JsonParser parser(InputStream bytes) throws IOException {
    try {
      return JSON.createParser(bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private InputStream bytes(LongConsumer progress) throws IOException {
    InputStream raw = new CountedBytes(Files.newInputStream(file), progress);
    return compressed ? new ZlibBytes(raw, BUFFER) : raw;
  }

  /** Where the current token begins. */
  TextPlace place(JsonParser parser) throws IOException {
    return place(parser.currentTokenLocation());
  }

  TextPlace place(JsonLocation location) throws IOException {
    return place(location == null ? 0 : location.getByteOffset());
  }

  /**
   * Where a byte is, found by reading all that is before it once more, since problems are rare.
   *
   * @param offset the byte, counted from 0 in the JSON
   */
  TextPlace place(long offset) throws IOException {
    PlaceCounter counter = new PlaceCounter();
    byte[] buffer = new byte[BUFFER];
    long left = offset;
    try (InputStream in = bytes(bytes -> {})) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        counter.add(buffer, read);
        left -= read;
      }
    }
    return counter.place();
  }
}
