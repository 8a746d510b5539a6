package org.stoa.data;

/** What the values of a column are. */
public enum ColumnType {
  /** Unicode text. */
  TEXT,
  /** A whole number of 64 bits. */
  INTEGER,
  /** A number with a fraction: a double, as in SAS. */
  DECIMAL,
  /** True or false. */
  BOOLEAN,
  /** A day, without a zone. */
  DATE,
  /** A day and a time of day, without a zone. */
  DATETIME,
  /** A time of day. */
  TIME
}
