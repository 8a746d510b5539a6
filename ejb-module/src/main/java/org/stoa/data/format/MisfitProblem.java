package org.stoa.data.format;

import org.stoa.data.ColumnType;

/** A value is none of the type that a person gave to its column. */
public class MisfitProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * The value in the record that begins on the line.
   *
   * @param value the text, or how it begins
   */
  public MisfitProblem(String file, long line, String column, String value, ColumnType type) {
    super(
        "misfit",
        "A value does not fit the type of its column",
        file,
        "line %d has “%s” in %s, which is no %s. Mend it, or let such values be missing, or the column be text."
            .formatted(line, value, column, type));
    member("line", line);
    member("name", column);
    member("value", value);
    member("wanted", type.name());
  }
}
