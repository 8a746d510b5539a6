package org.stoa.files.web;

import org.stoa.shared.Problem;

/** An upload was sent as something else than a form with files. */
public class NotMultipartProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The media type of the request; null when it had none. */
  public NotMultipartProblem(String contentType) {
    super(
        "not-multipart",
        415,
        "Not a form with files",
        "Send multipart/form-data with one or more files in the field 'file', not "
            + (contentType == null ? "a request without Content-Type" : contentType)
            + ".");
    member("contentType", contentType);
  }
}
