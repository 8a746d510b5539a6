package org.stoa.shared.web;

import org.stoa.shared.Problem;

/** A change must say which version it changes. */
public class PreconditionMissingProblem extends Problem {

  private static final long serialVersionUID = 1L;

  PreconditionMissingProblem() {
    super(
        "precondition-missing",
        428,
        "If-Match is missing",
        "Send the ETag of what you read as If-Match, so that nobody's change is lost.");
  }
}
