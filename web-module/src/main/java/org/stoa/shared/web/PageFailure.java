package org.stoa.shared.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    if (Causes.find(failure, UnauthenticatedProblem.class).isPresent()) {
      response.sendRedirect("/login?from=" + encodedAddress(request));
      return;
    }
    Optional<Problem> problem = Causes.find(failure, Problem.class);
    if (problem.isPresent()) {
      request.setAttribute(PROBLEM, problem.get());
      response.sendError(problem.get().status());
    } else if (Causes.find(failure, ViewExpiredException.class).isPresent()) {
      request.setAttribute(PROBLEM, new PageExpiredProblem());
      response.sendError(PageExpiredProblem.STATUS);
    } else {
      IncidentProblem incident =
          IncidentProblem.of(failure, request.getMethod(), request.getRequestURI());
      request.setAttribute(INCIDENT, incident.members().get("incident"));
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  private static String encodedAddress(HttpServletRequest request) {
    String query = request.getQueryString();
    String address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}
