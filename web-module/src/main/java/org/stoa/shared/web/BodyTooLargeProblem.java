package org.stoa.shared.web;

import org.stoa.shared.Problem;

/**
 * A JSON body above what the API takes. Files are sent as multipart and have a limit of their own.
 */
final class BodyTooLargeProblem extends Problem {

  private static final long serialVersionUID = 1L;

  BodyTooLargeProblem(int limit) {
    super(
        "body-too-large",
        413,
        "The body is too large",
        "A JSON body may have at most " + limit + " bytes.");
    member("limit", limit);
  }
}
