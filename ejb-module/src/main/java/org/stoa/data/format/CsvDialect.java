package org.stoa.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a CSV file is written, told from its beginning.
 *
 * @param delimiter what stands between fields
 * @param bom whether a byte order mark comes first
 */
record CsvDialect(char delimiter, boolean bom) {

  /** The delimiters that are known, the likeliest first. */
  static final String DELIMITERS = ",;\t|";

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
  static CsvDialect of(Path file, String label) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String wide = wideEncoding(head);
    if (wide != null) {
      throw new NotUtf8Problem(label, wide);
    }
    boolean bom = startsWith(head, 0xEF, 0xBB, 0xBF);
    return new CsvDialect(delimiter(head, bom ? BOM_LENGTH : 0), bom);
  }

  /** The name of an encoding with more than one byte for each letter, or null. */
  static String wideEncoding(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return "UTF-16 (little-endian)";
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return "UTF-16 (big-endian)";
    }
    int[] nuls = new int[2];
    for (int i = 0; i < head.length; i++) {
      nuls[i & 1] += head[i] == 0 ? 1 : 0;
    }
    int many = head.length / 4;
    if (nuls[0] == 0 && nuls[1] > many) {
      return "UTF-16 (little-endian)";
    }
    return nuls[1] == 0 && nuls[0] > many ? "UTF-16 (big-endian)" : null;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The delimiter that splits the first records into the most fields, all into as many; if none
   * does, the one that splits the header into the most.
   */
  private static char delimiter(byte[] head, int from) {
    char best = ',';
    int bestFields = 1;
    boolean bestEven = false;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      FieldCount count = FieldCount.of(head, from, candidate, RECORDS);
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
