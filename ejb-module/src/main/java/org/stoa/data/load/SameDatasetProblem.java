package org.stoa.data.load;

import org.stoa.data.format.FileProblem;

/** Two files of an upload hold the same dataset, so nobody can tell which of them is meant. */
public class SameDatasetProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** Both files hold the dataset. */
  public SameDatasetProblem(String dataset, String file, String otherFile) {
    super(
        "same-dataset",
        "Two files hold the same dataset",
        otherFile,
        "it holds the dataset " + dataset + ", and so does " + file + ". Upload one of them.");
    member("dataset", dataset);
    member("otherFile", file);
  }
}
