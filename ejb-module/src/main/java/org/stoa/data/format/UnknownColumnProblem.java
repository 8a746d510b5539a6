package org.stoa.data.format;

import java.util.List;

/** A type was given to a column that the file does not have. */
public class UnknownColumnProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private static final int MOST_NAMES = 20;

  /** There are these columns. */
  public UnknownColumnProblem(String file, String column, List<String> names) {
    super(
        "unknown-column",
        "There is no such column",
        file,
        "no column is named %s. It has %s%s."
            .formatted(
                column,
                String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))),
                names.size() > MOST_NAMES ? " and more" : ""));
    member("name", column);
  }
}
