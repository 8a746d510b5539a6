package org.stoa.data.analytics;

import org.stoa.data.format.FileProblem;

/** A Parquet file cannot be read, or not all of it. */
public class DamagedParquetProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A damaged file.
   *
   * @param why what the engine says about it
   */
  public DamagedParquetProblem(String file, String why) {
    super(
        "damaged-parquet",
        "The Parquet file is damaged",
        file,
        "it cannot be read ("
            + why
            + "). Check that it was copied whole, or write it again with another program.");
  }
}
