package org.stoa.data;

import java.util.List;
import java.util.Optional;

/**
 * Columns of another dataset of the same owner, looked up by a column that both have. To a question
 * they are columns of its dataset, under the name of the other one and a dot: {@code DM.ARM}. A row
 * whose key the other dataset does not have, or has with different values, has no value there; no
 * row is lost or doubled.
 *
 * @param dataset the name of the other dataset
 * @param version the number of its version; null for the active one
 * @param on the column by which rows find each other, of the same type on both sides
 * @param columns the columns that are looked up
 */
public record Lookup(String dataset, Integer version, String on, List<String> columns) {

  /** The most lookups of a question. */
  public static final int MOST = 8;

  public Lookup {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** The name by which a question names a column that is looked up. */
  public String columnName(String column) {
    return dataset + "." + column;
  }

  /** The same in a certain version of the other dataset. */
  public Lookup ofVersion(int number) {
    return new Lookup(dataset, number, on, columns);
  }

  /** The dataset that the name of a column begins with, if it names one. */
  public static Optional<String> datasetOf(String columnName) {
    int dot = columnName.indexOf('.');
    return dot < 1 ? Optional.empty() : Optional.of(columnName.substring(0, dot));
  }

  /** What follows after the dot. */
  public static String columnOf(String columnName) {
    return columnName.substring(columnName.indexOf('.') + 1);
  }
}
