package org.stoa.data.format.json;

/** Counts values of a kind, and keeps the first as the example. */
final class Seen {

  private static final int LONGEST = 40;

  private long count;
  private String example;
  private long row;

  void add(String value, long inRow) {
    if (count == 0) {
      boolean cut = value.length() > LONGEST;
      example = cut ? value.substring(0, LONGEST) + "…" : value;
      row = inRow;
    }
    count++;
  }

  long count() {
    return count;
  }

  /** The first one and where it is, such as {@code 2024-03 in row 5}. */
  String example() {
    return example + " in row " + row;
  }
}
