package org.stoa.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether the first record of a CSV file names the columns. It does, unless a value stands
 * there that is no name: a date or a number with a fraction over more of the same, or whole numbers
 * and nothing else over whole numbers.
 */
final class HeaderGuess {

  private static final int RECORDS = 50;

  private final List<Integer> first = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();

  private HeaderGuess() {}

  static boolean isHeader(Path file, String label, CsvDialect dialect) throws IOException {
    HeaderGuess guess = new HeaderGuess();
    try (CsvFields fields = new CsvFields(file, label, dialect, bytes -> {})) {
      for (int record = 0; record < RECORDS && guess.take(fields, record); record++) {
        // Each call takes one record.
      }
    }
    return guess.isHeader();
  }

  private boolean take(CsvFields fields, int record) throws IOException {
    int step = fields.next();
    for (int column = 0; step != CsvFields.NONE; column++) {
      int shape = shape(fields);
      if (record == 0) {
        first.add(shape);
        others.add(ValueShape.ALL);
      } else if (column < others.size() && fields.end() > fields.start()) {
        others.set(column, others.get(column) & shape);
      }
      if (step == CsvFields.LAST_FIELD) {
        return true;
      }
      step = fields.next();
    }
    return false;
  }

  private static int shape(CsvFields fields) {
    return fields.end() == fields.start()
        ? 0
        : ValueShape.of(fields.bytes(), fields.start(), fields.end(), ValueShape.ALL);
  }

  private boolean isHeader() {
    boolean onlyWhole = !first.isEmpty();
    for (int i = 0; i < first.size(); i++) {
      int same = first.get(i) & others.get(i);
      boolean seenBelow = others.get(i) != ValueShape.ALL;
      if (seenBelow && isNoName(same)) {
        return false;
      }
      onlyWhole = onlyWhole && seenBelow && (same & ValueShape.INTEGER) != 0;
    }
    return !onlyWhole;
  }

  private static boolean isNoName(int shape) {
    boolean fraction = (shape & ValueShape.NUMBERS) == ValueShape.DECIMAL;
    return fraction || (shape & ValueShape.TIMES) != 0;
  }
}
