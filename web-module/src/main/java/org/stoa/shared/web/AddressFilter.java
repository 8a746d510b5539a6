package org.stoa.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.stoa.shared.InvalidProblem;

/** Refuses addresses that no resource should have to think about. */
public class AddressFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Address address = Address.of(request);
    String path = request.getRequestURI();
    if (address.isApi() && !address.isKnownApi()) {
      ProblemJson.send(HttpProblem.noSuchAddress(path), path, response);
    } else if (address.isApi() && hasNul(request)) {
      InvalidProblem problem = new InvalidProblem("query", "may not have the character NUL");
      ProblemJson.send(problem, path, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** No text of a database can hold the character NUL. */
  private static boolean hasNul(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && query.toLowerCase(Locale.ROOT).contains("%00");
  }
}
