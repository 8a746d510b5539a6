package org.stoa.data;

import jakarta.json.bind.annotation.JsonbTypeDeserializer;

/**
 * By what a result is sorted. Missing values come last in both directions.
 *
 * @param by a dimension or the name of a measure
 * @param descending whether the largest comes first
 */
@JsonbTypeDeserializer(SortReader.class)
public record Sort(String by, boolean descending) {

  /** From the short form: {@code n} ascending, {@code -n} descending. */
  public static Sort of(String text) {
    return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
  }
}
