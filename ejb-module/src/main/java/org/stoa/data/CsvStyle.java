package org.stoa.data;

/** For whom a version is written as CSV. */
public enum CsvStyle {
  /** For programs: every value as it is, so that what is read back is the same. */
  EXACT,
  /**
   * For spreadsheets: with the mark by which they know UTF-8, and with an apostrophe before texts
   * that they would run as formulas.
   */
  SPREADSHEET
}
