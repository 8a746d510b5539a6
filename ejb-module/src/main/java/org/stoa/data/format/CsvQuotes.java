package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** Finds out by what the fields of a CSV file are quoted. */
final class CsvQuotes {

  private static final int ENOUGH = 2;

  /** A whole field between two apostrophes. */
  private static final Pattern APOSTROPHES =
      Pattern.compile("(?:^|[,;\\t|\\r\\n])'(?:[^'\\r\\n]|'')*'(?=[,;\\t|\\r\\n]|$)");

  private CsvQuotes() {}

  /** A double quote, unless there is none and at least two fields stand between apostrophes. */
  static char detect(byte[] head, int from) {
    String text = new String(head, from, head.length - from, ISO_8859_1);
    boolean apostrophes =
        text.indexOf('"') < 0
            && APOSTROPHES.matcher(text).results().limit(ENOUGH).count() == ENOUGH;
    return apostrophes ? '\'' : '"';
  }
}
