package org.stoa.shared.web;

import org.stoa.shared.Problem;

/** Another site's page made a browser send a request that changes something. */
final class CrossOriginProblem extends Problem {

  private static final long serialVersionUID = 1L;

  CrossOriginProblem() {
    super(
        "cross-origin",
        403,
        "Not from our pages",
        "A request by a browser session must come from a page of Stoa. Programs use a token.");
  }
}
