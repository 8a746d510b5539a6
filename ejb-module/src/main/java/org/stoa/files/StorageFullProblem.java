package org.stoa.files;

import org.stoa.shared.Problem;

/** The disk of the server has no room for a file. */
public class StorageFullProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** There is no room for the file with this label. */
  public StorageFullProblem(String file) {
    super(
        "storage-full",
        507,
        "The disk is full",
        "The server has no room for " + file + ". Nothing was stored. Tell an administrator.");
    member("file", file);
  }
}
