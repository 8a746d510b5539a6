package org.stoa.data.format;

/** How the records of a CSV file end. */
public enum LineEnding {
  /** Line feed: Unix. */
  LF,
  /** Carriage return and line feed: Windows and RFC 4180. */
  CRLF,
  /** Carriage return: classic Mac. */
  CR,
  /** More than one of them in the same file. */
  MIXED
}
