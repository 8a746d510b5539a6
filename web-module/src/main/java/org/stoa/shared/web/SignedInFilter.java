package org.stoa.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stoa.shared.UnauthenticatedProblem;

/**
 * Lets only those through who are signed in, except to open addresses. Programs get a problem,
 * people the sign-in page, from which they come back.
 */
public class SignedInFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Address address = Address.of(request);
    if (address.isOpen() || RequestCaller.actor(request).isPresent()) {
      chain.doFilter(request, response);
    } else if (RequestCaller.failure(request).isPresent()) {
      fail(request, response, address);
    } else if (address.isForPrograms()) {
      ProblemJson.send(problem(request), request.getRequestURI(), response);
    } else {
      askToSignIn(request, response);
    }
  }

  private static UnauthenticatedProblem problem(HttpServletRequest request) {
    return RequestCaller.refusal(request)
        .map(UnauthenticatedProblem::new)
        .orElseGet(UnauthenticatedProblem::new);
  }

  private static void fail(
      HttpServletRequest request, HttpServletResponse response, Address address)
      throws IOException, ServletException {
    RuntimeException failure = RequestCaller.failure(request).orElseThrow();
    if (address.isForPrograms()) {
      IncidentProblem problem =
          IncidentProblem.of(failure, request.getMethod(), request.getRequestURI());
      ProblemJson.send(problem, problem.instance(), response);
    } else {
      PageFailure.of(failure).answer(request, response);
    }
  }

  private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String signIn = "/login?from=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + signIn
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(signIn);
    }
  }

  private static String wanted(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).map(text -> "?" + text).orElse("");
    return request.getRequestURI() + query;
  }
}
