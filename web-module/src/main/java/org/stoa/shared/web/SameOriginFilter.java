package org.stoa.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps other sites' pages from using a person's browser session. A program with a token needs
 * nothing: no browser adds a token by itself.
 */
public class SameOriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (refuses(request)) {
      ProblemJson.send(new CrossOriginProblem(), request.getRequestURI(), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean refuses(HttpServletRequest request) {
    Address address = Address.of(request);
    boolean live = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (!live && !Address.isUnsafe(request.getMethod())) {
      return false;
    }
    SameOrigin origin =
        new SameOrigin(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader("Origin"),
            request.getHeader("Host"));
    if (RequestCaller.byToken(request)) {
      return false;
    }
    boolean proofNeeded = address.isForPrograms() && request.getSession(false) != null;
    return proofNeeded ? !origin.isProven() : origin.isDisproven();
  }
}
