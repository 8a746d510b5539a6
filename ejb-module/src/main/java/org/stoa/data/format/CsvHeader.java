package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** The names of the columns: the first record of a CSV file. */
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
}
