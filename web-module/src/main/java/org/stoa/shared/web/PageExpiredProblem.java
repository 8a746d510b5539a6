package org.stoa.shared.web;

import org.stoa.shared.Problem;

/** A form was sent from a page that had been open for longer than the server remembers it. */
class PageExpiredProblem extends Problem {

  static final int STATUS = 409;

  private static final long serialVersionUID = 1L;

  PageExpiredProblem() {
    super(
        "page-expired",
        STATUS,
        "The page had been open for too long",
        "Nothing was changed. Open the page again and repeat what you did.");
  }
}
