package org.stoa.files;

import org.stoa.shared.Problem;

/** A file is larger than may be stored. */
public class FileTooLargeProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The file with this label has more than {@code limit} bytes. */
  public FileTooLargeProblem(String file, long limit) {
    super(
        "file-too-large",
        413,
        "The file is too large",
        file
            + " has more than "
            + limit
            + " bytes, the limit of this server (STOA_FILES_MAX_BYTES). Nothing was stored.");
    member("file", file);
    member("limit", limit);
  }
}
