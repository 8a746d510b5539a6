package org.stoa.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the address of a request says about how it is to be treated.
 *
 * @param path the path below the application, decoded and without path parameters
 */
public record Address(String path) {

  private static final String API = "/api";
  private static final String DOCS = "/api/docs";

  /** Open to everybody: signing in, what the sign-in page needs, and what watchers ask. */
  private static final List<String> OPEN =
      List.of(
          "/login",
          "/logout",
          "/assets",
          "/jakarta.faces.resource",
          "/favicon.ico",
          "/api/v1/auth",
          DOCS,
          "/openapi",
          "/health",
          "/metrics");

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** Of a request, as the container will resolve it. */
  public static Address of(HttpServletRequest request) {
    String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
    return new Address(request.getServletPath() + rest);
  }

  /** Whether it is the API: problems are answered, never pages. */
  public boolean isApi() {
    return under(API) && !under(DOCS);
  }

  /** Whether it is the API or a live connection: callers are programs or scripts. */
  public boolean isForPrograms() {
    return isApi() || under("/ws");
  }

  /** Whether there is an API at all at the address. */
  public boolean isKnownApi() {
    return under(ApiApplication.PATH);
  }

  /** Whether one need not be signed in. */
  public boolean isOpen() {
    return OPEN.stream().anyMatch(this::under);
  }

  /** Whether a request of the method can change anything. */
  public static boolean isUnsafe(String method) {
    return !SAFE.contains(method.toUpperCase(Locale.ROOT));
  }

  private boolean under(String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
