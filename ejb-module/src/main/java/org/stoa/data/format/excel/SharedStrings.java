package org.stoa.data.format.excel;

import java.io.IOException;
import java.util.Optional;

/** Reads the texts that cells share (ECMA-376 part 1, 18.4). */
final class SharedStrings {

  private static final long HEAP_CHARS = 8 << 20;

  private SharedStrings() {}

  /** The texts by their number; none when the workbook has no such part. */
  static TextStore read(WorkbookParts parts, Optional<String> part) throws IOException {
    return read(parts, part, HEAP_CHARS);
  }

  /** As the other, with so many characters in memory. */
  static TextStore read(WorkbookParts parts, Optional<String> part, long heapChars)
      throws IOException {
    TextStore store = new TextStore(parts.scratch(), heapChars);
    try {
      if (part.isPresent()) {
        readAll(parts, part.get(), store);
      }
      store.seal();
      return store;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static void readAll(WorkbookParts parts, String part, TextStore store)
      throws IOException {
    StringBuilder text = new StringBuilder();
    try (XmlPart xml = parts.xml(part)) {
      while (xml.next()) {
        if (xml.isStart("si", 1)) {
          store.add(RichText.read(xml, text));
        }
      }
    }
  }
}
