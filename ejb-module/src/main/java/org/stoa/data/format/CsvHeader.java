package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the columns: the first record of a CSV file. */
final class CsvHeader {

  /** The widest table. */
  static final int MAX_COLUMNS = 4_096;

  /** The longest name in characters. */
  static final int MAX_NAME = 255;

  private final String label;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private CsvHeader(String label) {
    this.label = label;
  }

  /** Reads the first record. */
  static List<String> read(CsvFields fields, String label) throws IOException {
    CsvHeader header = new CsvHeader(label);
    int step;
    do {
      step = fields.next();
      if (step == CsvFields.NONE) {
        throw new UnsupportedFileProblem(label, "an empty file");
      }
      header.add(fields);
    } while (step == CsvFields.FIELD);
    return header.names;
  }

  private void add(CsvFields fields) throws IOException {
    int number = names.size() + 1;
    if (number > MAX_COLUMNS) {
      throw new TooManyColumnsProblem(label, MAX_COLUMNS);
    }
    int length = fields.end() - fields.start();
    String name = new String(fields.bytes(), fields.start(), length, UTF_8).strip();
    if (name.isEmpty()) {
      throw HeaderProblem.empty(label, number, fields.fieldPlace());
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw HeaderProblem.unusable(
          label, number, fields.fieldPlace(), "it has a line break or another control character");
    }
    if (name.length() > MAX_NAME) {
      throw HeaderProblem.unusable(
          label, number, fields.fieldPlace(), "it has more than " + MAX_NAME + " characters");
    }
    Integer first = seen.putIfAbsent(name.toUpperCase(Locale.ROOT), number);
    if (first != null) {
      throw HeaderProblem.duplicate(label, name, first, number, fields.fieldPlace());
    }
    names.add(name);
  }
}
