package org.stoa.shared.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Answers the clean address of a page, such as {@code /studies/0199…}, with its view. What goes
 * wrong in the view becomes an error page.
 */
public class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private final transient PageRoutes routes;

  PageServlet(PageRoutes routes) {
    this.routes = routes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!METHODS.contains(request.getMethod())) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<String> view = routes.resolve(address(request));
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    try {
      request.getRequestDispatcher(view.get()).forward(request, response);
    } catch (ServletException | RuntimeException failure) {
      PageFailure.of(failure).answer(request, response);
    }
  }

  private static String address(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }
}
