package org.stoa.shared.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stoa.shared.Ids;
import org.stoa.shared.Problem;
import org.stoa.shared.UnauthenticatedProblem;

/**
 * Why a page could not be shown. A problem is told to the person as it is; a form that was open for
 * too long is told as such; everything else gets an incident id and is logged once.
 */
final class PageFailure {

  /** The request attribute with the {@link Problem} that an error page tells. */
  static final String PROBLEM = "stoa.problem";

  /** The request attribute with the incident id that an error page shows. */
  static final String INCIDENT = "stoa.incident";

  private static final Logger LOG = System.getLogger(PageFailure.class.getName());

  private final Exception failure;

  private PageFailure(Exception failure) {
    this.failure = failure;
  }

  static PageFailure of(Exception failure) {
    return new PageFailure(failure);
  }

  void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (response.isCommitted()) {
      throw new ServletException(failure);
    }
    if (cause(UnauthenticatedProblem.class).isPresent()) {
      response.sendRedirect("/login?from=" + encodedAddress(request));
      return;
    }
    Optional<Problem> problem = cause(Problem.class);
    if (problem.isPresent()) {
      request.setAttribute(PROBLEM, problem.get());
      response.sendError(problem.get().status());
    } else if (cause(ViewExpiredException.class).isPresent()) {
      request.setAttribute(PROBLEM, new PageExpiredProblem());
      response.sendError(PageExpiredProblem.STATUS);
    } else {
      String incident = Ids.next().toString();
      LOG.log(Level.ERROR, "Incident " + incident + " on " + request.getRequestURI(), failure);
      request.setAttribute(INCIDENT, incident);
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  private static String encodedAddress(HttpServletRequest request) {
    String query = request.getQueryString();
    String address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  private <T extends Throwable> Optional<T> cause(Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
