package org.stoa.data;

import java.util.Objects;

/**
 * Something that a format cannot keep of a column.
 *
 * @param column the name of the column; null when it is about the table as a whole
 * @param kind what is lost
 * @param values how many values it is about, or rows when it is about the table; 0 when it is about
 *     the column or table itself
 * @param detail in a sentence, with an example and what stands in its place
 */
public record Loss(String column, Kind kind, long values, String detail) {

  public Loss {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
    if (values < 0) {
      throw new IllegalArgumentException("Fewer than no values: " + values);
    }
  }

  /** What is lost. */
  public enum Kind {
    /** Digits of numbers, or parts of a second. */
    PRECISION,
    /** The end of texts, names or labels. */
    LENGTH,
    /** What kind of values they are. */
    TYPE,
    /** The name, which becomes another one. */
    NAME,
    /** Characters that the encoding does not have. */
    ENCODING,
    /** Dates before the first or after the last one. */
    DATE_RANGE,
    /** Why a value is missing, or that a text is empty and not missing. */
    MISSING,
    /** Values that are none in the format, such as an error of a formula or an infinite number. */
    VALUE,
    /** What a column or table means in words, how it is shown, its code list. */
    DESCRIPTION,
    /** Blanks at the end of texts. */
    BLANKS
  }
}
