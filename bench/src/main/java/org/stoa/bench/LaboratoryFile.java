package org.stoa.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes laboratory results as a CSV: text, whole numbers, fractions, dates, and some gaps. */
final class LaboratoryFile {

  static final int COLUMNS = 12;

  /** How many sites there are. */
  static final int SITES = 75;

  private static final String HEADER =
      "STUDYID,USUBJID,LBSEQ,LBTESTCD,LBCAT,LBSTRESN,LBSTRESU,LBNRIND,VISITNUM,VISIT,LBDTC,SITEID\n";
  private static final String[] TESTS = {"ALB", "ALT", "AST", "BILI", "CREAT", "GLUC", "HGB", "K"};
  private static final String[] UNITS = {"g/L", "U/L", "U/L", "umol/L", "umol/L", "mmol/L"};
  private static final String[] RANGES = {"NORMAL", "NORMAL", "NORMAL", "LOW", "HIGH"};
  private static final int RESULTS_OF_A_SUBJECT = 96;
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);

  private LaboratoryFile() {}

  /** Writes the file, always the same for the same number of rows. */
  static Path write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int row = 0; row < rows; row++) {
        out.write(String.join(",", cells(row)));
        out.write('\n');
      }
    }
    return file;
  }

  /** The values of a row in the order of the columns; an empty one is missing. */
  static String[] cells(int row) {
    int subject = row / RESULTS_OF_A_SUBJECT;
    int sequence = row % RESULTS_OF_A_SUBJECT;
    int test = sequence % TESTS.length;
    int visit = sequence / TESTS.length;
    long mixed = mix(row);
    return new String[] {
      "BENCH",
      "S-" + Integer.toString(1_000_000 + subject).substring(1),
      Integer.toString(sequence + 1),
      TESTS[test],
      "CHEMISTRY",
      mixed % 50 == 0 ? "" : (mixed % 2_000) / 10 + "." + mixed % 10,
      UNITS[test % UNITS.length],
      RANGES[(int) (mixed % RANGES.length)],
      Integer.toString(visit),
      "WEEK " + visit * 4,
      FIRST_DAY.plusDays(subject % 365 + visit * 28L).toString(),
      Integer.toString(1_000 + subject % SITES).substring(1)
    };
  }

  /** Spreads the bits of a number (the finalizer of SplitMix64); never negative. */
  private static long mix(long number) {
    long z = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> 1;
  }
}
