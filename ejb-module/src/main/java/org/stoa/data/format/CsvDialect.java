package org.stoa.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stoa.data.ReadOptions;

/**
 * How a CSV file is written, told from its beginning unless a person said so.
 *
 * @param delimiter what stands between fields
 * @param quote what fields are quoted by, or {@link #NO_QUOTE}
 * @param bom whether a byte order mark comes first
 * @param header whether the first record names the columns
 */
record CsvDialect(char delimiter, char quote, boolean bom, boolean header) {

  /** The delimiters that are known, the likeliest first. */
  static final String DELIMITERS = ",;\t|";

  /** Fields are never quoted. */
  static final char NO_QUOTE = 0;

  private static final int HEAD = 1 << 16;
  private static final int RECORDS = 50;
  private static final int BOM_LENGTH = 3;

  int bomLength() {
    return bom ? BOM_LENGTH : 0;
  }

  /**
   * Looks at the first 64 KiB.
   *
   * @throws NotUtf8Problem when the file is UTF-16 or UTF-32
   */
  static CsvDialect of(Path file, String label, ReadOptions options) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String wide = TextEncoding.wide(head);
    if (wide != null) {
      throw new NotUtf8Problem(label, wide);
    }
    boolean bom = TextEncoding.hasUtf8Mark(head);
    int from = bom ? BOM_LENGTH : 0;
    char quote = options.quote() == null ? CsvQuotes.detect(head, from) : quote(options.quote());
    char delimiter =
        options.delimiter() == null ? delimiter(head, from, quote) : options.delimiter().charAt(0);
    CsvDialect named = new CsvDialect(delimiter, quote, bom, true);
    boolean header =
        options.header() == null ? HeaderGuess.isHeader(file, label, named) : options.header();
    return new CsvDialect(delimiter, quote, bom, header);
  }

  private static char quote(String given) {
    return given.isEmpty() ? NO_QUOTE : given.charAt(0);
  }

  /**
   * The delimiter that splits the first records into the most fields, all into as many; if none
   * does, the one that splits the header into the most.
   */
  private static char delimiter(byte[] head, int from, char quote) {
    char best = ',';
    int bestFields = 1;
    boolean bestEven = false;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      FieldCount count = FieldCount.of(head, from, candidate, quote, RECORDS);
      boolean better = count.even() == bestEven ? count.header() > bestFields : count.even();
      if (count.header() > 1 && better) {
        best = candidate;
        bestFields = count.header();
        bestEven = count.even();
      }
    }
    return best;
  }
}
