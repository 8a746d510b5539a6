package org.stoa.shared.web;

import org.stoa.shared.Problem;

/** What HTTP itself has to say about a request, before any room looked at it. */
final class HttpProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private HttpProblem(String type, int status, String title, String detail) {
    super(type, status, title, detail);
  }

  static HttpProblem noSuchAddress(String path) {
    return new HttpProblem(
        "no-such-address",
        404,
        "Not found",
        "There is nothing at " + path + ". The API is described at /api/docs.");
  }

  static HttpProblem methodNotAllowed(String method, String path) {
    return new HttpProblem(
        "method-not-allowed",
        405,
        "Method not allowed",
        method + " is not possible at " + path + ". The Allow header lists what is.");
  }

  static HttpProblem notAcceptable() {
    return new HttpProblem(
        "not-acceptable",
        406,
        "Not acceptable",
        "There is no answer of a type that the Accept header asks for. Ask for application/json.");
  }

  static HttpProblem unsupportedMediaType(String sent) {
    return new HttpProblem(
        "unsupported-media-type",
        415,
        "Unsupported media type",
        "The Content-Type " + sent + " is not understood here; most operations take JSON.");
  }

  static HttpProblem other(int status, String detail) {
    return new HttpProblem("http-" + status, status, "The request is refused", detail);
  }
}
