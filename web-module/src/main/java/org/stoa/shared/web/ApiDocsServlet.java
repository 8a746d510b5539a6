package org.stoa.shared.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The description of the API to read and to try: Swagger UI on our own page, with our own start, so
 * that it runs under a content policy without exceptions.
 */
@WebServlet("/api/docs/*")
public class ApiDocsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String LIBRARIES = "/webjars/swagger-ui/";
  private static final String OURS = "/WEB-INF/docs/";
  private static final Set<String> OF_LIBRARY = Set.of("/swagger-ui.css", "/swagger-ui-bundle.js");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String wanted = request.getPathInfo();
    if (wanted == null) {
      response.sendRedirect("/api/docs/");
      return;
    }
    String name = wanted.equals("/") ? "/index.html" : wanted;
    String path =
        OF_LIBRARY.contains(name) ? library() + name.substring(1) : OURS + name.substring(1);
    if (name.contains("..") || getServletContext().getResource(path) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader(ContentPolicy.HEADER, ContentPolicy.DOCS);
    response.setHeader("Cache-Control", "no-cache");
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    response.setContentType(
        TYPES.getOrDefault(suffix, "application/octet-stream") + ";charset=UTF-8");
    try (var content = getServletContext().getResourceAsStream(path)) {
      content.transferTo(response.getOutputStream());
    }
  }

  /** The one version of the library that the application brings. */
  private String library() {
    return getServletContext().getResourcePaths(LIBRARIES).iterator().next();
  }
}
