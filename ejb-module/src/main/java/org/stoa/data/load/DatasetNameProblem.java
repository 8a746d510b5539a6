package org.stoa.data.load;

import org.stoa.data.format.FileProblem;

/** A file has a name that cannot be the name of a dataset. */
public class DatasetNameProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** The name of the file, without its suffix, becomes the name of the dataset. */
  public DatasetNameProblem(String file, int longest) {
    super(
        "invalid-dataset-name",
        "The name cannot be that of a dataset",
        file,
        "the dataset is called as the file is, without its suffix. That needs 1 to "
            + longest
            + " characters and no control characters. Rename the file.");
  }
}
