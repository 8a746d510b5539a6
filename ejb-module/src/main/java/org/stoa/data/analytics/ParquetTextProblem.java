package org.stoa.data.analytics;

import org.stoa.data.format.FileProblem;

/** A column of a Parquet file has texts that cannot be kept. Carries {@code name}. */
public class ParquetTextProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private ParquetTextProblem(String file, String column, String detail) {
    super("invalid-text", "A text cannot be kept", file, column + " " + detail);
    member("name", column);
  }

  /** Some texts have a NUL. */
  static ParquetTextProblem nul(String file, String column, long texts) {
    return new ParquetTextProblem(
        file,
        column,
        "has "
            + texts
            + (texts == 1 ? " text" : " texts")
            + " with a NUL character, which no text can have. Remove it where the file is made.");
  }

  /** The longest text has more bytes than a text can have. */
  static ParquetTextProblem length(String file, String column, long bytes, long most) {
    return new ParquetTextProblem(
        file, column, "has a text of " + bytes + " bytes. A text can have " + most + " at most.");
  }

  /** The column of reasons has something that is none. */
  static ParquetTextProblem reason(String file, String column, long values) {
    return new ParquetTextProblem(
        file,
        column,
        "has "
            + values
            + " values that are no reasons of SAS why a number is missing: a letter from A to Z or"
            + " an underscore, beside a missing number.");
  }
}
