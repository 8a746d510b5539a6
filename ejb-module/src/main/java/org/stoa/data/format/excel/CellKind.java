package org.stoa.data.format.excel;

/** What is in a cell. */
enum CellKind {
  /** Nothing. */
  NONE("nothing", false),
  /** A text, perhaps an empty one. */
  TEXT("a text", true),
  /** True or false. */
  BOOL("true or false", true),
  /** A whole number that a double keeps. */
  WHOLE("a number", true),
  /** Any other number. */
  FRACTION("a number", true),
  /** A day. */
  DATE("a date", true),
  /** A day and a time of day. */
  DATETIME("a date", true),
  /** A time of day. */
  TIME("a time", true),
  /** A length of time of a day or more, or below nothing; in days. */
  LENGTH("a time", true),
  /** An error such as {@code #N/A}. */
  ERROR("an error", false),
  /** A formula that was never calculated. */
  NOT_CALCULATED("a formula", false),
  /** A number that is shown as a date, but is none of the calendar. */
  NO_DATE("a date", false);

  private final String words;

  private final boolean value;

  CellKind(String words, boolean value) {
    this.words = words;
    this.value = value;
  }

  /** Whether it is a value, which a dataset can hold. */
  boolean isValue() {
    return value;
  }

  /** What kind of value it is, in words. */
  String words() {
    return words;
  }

  /** Whether a column may hold both without becoming text. */
  boolean goesWith(CellKind other) {
    return words.equals(other.words);
  }
}
