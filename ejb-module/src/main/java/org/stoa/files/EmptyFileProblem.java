package org.stoa.files;

import org.stoa.shared.Problem;

/** A file has no byte, or an archive no file. */
public class EmptyFileProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The file with this label has no byte. */
  public EmptyFileProblem(String file) {
    this(file, "has no content");
  }

  private EmptyFileProblem(String file, String detail) {
    super("empty-file", 400, "The file is empty", file + " " + detail + ".");
    member("file", file);
  }

  /** The archive with this label has no file that counts. */
  public static EmptyFileProblem archive(String file) {
    return new EmptyFileProblem(file, "is an archive without files");
  }
}
