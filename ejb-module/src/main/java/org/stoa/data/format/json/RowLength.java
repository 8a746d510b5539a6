package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.stoa.data.format.TooLongProblem;

/** Sees to it that no row is longer than can be held. */
final class RowLength {

  /** The longest row in bytes. */
  static final int MAX = 1 << 24;

  private final JsonSource source;
  private long start;

  RowLength(JsonSource source) {
    this.source = source;
  }

  /** A row begins; tells at which byte. */
  long begin(JsonParser parser) {
    start = parser.currentTokenLocation().getByteOffset();
    return start;
  }

  void end(JsonParser parser) throws IOException {
    if (parser.currentLocation().getByteOffset() - start > MAX) {
      throw TooLongProblem.record(source.label(), source.place(start), MAX);
    }
  }
}
