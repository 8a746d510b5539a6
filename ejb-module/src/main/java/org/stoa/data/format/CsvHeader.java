package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The names of the columns of a CSV file, mostly its first record. */
final class CsvHeader {

  private CsvHeader() {}

  /** Reads the first record. */
  static List<String> read(CsvFields fields, String label) throws IOException {
    HeaderNames names = new HeaderNames(label);
    int step;
    do {
      step = fields.next();
      if (step == CsvFields.NONE) {
        throw new UnsupportedFileProblem(label, "an empty file");
      }
      int length = fields.end() - fields.start();
      String name = new String(fields.bytes(), fields.start(), length, UTF_8).strip();
      names.add(name, fields::fieldPlace);
    } while (step == CsvFields.FIELD);
    return names.list();
  }

  /**
   * Names for a file without a header: C1, C2 and so on.
   *
   * @param dialect how the file is written
   */
  static List<String> numbered(Path file, String label, CsvDialect dialect) throws IOException {
    List<String> names = new ArrayList<>();
    try (CsvFields fields = new CsvFields(file, label, dialect, bytes -> {})) {
      int step;
      do {
        step = fields.next();
        if (step == CsvFields.NONE) {
          throw new UnsupportedFileProblem(label, "an empty file");
        }
        names.add("C" + (names.size() + 1));
        if (names.size() > HeaderNames.MAX_COLUMNS) {
          throw new TooManyColumnsProblem(label, HeaderNames.MAX_COLUMNS);
        }
      } while (step == CsvFields.FIELD);
    }
    return names;
  }
}
