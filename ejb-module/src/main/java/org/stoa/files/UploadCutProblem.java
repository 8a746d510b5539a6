package org.stoa.files;

import org.stoa.shared.Problem;

/** The bytes of a file stopped coming before its end. */
public class UploadCutProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The file with this label did not arrive whole. */
  public UploadCutProblem(String file, Throwable cause) {
    super(
        "upload-cut",
        400,
        "The upload was cut off",
        file + " did not arrive whole. Nothing was stored. Send it again.");
    initCause(cause);
    member("file", file);
  }
}
