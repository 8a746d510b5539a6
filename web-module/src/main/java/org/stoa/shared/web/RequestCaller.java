package org.stoa.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stoa.shared.Actor;

/**
 * What the authentication of a request found out. It comes before all filters and decides nothing;
 * the filters do.
 */
public final class RequestCaller {

  private static final String ACTOR = "stoa.actor";
  private static final String BY_TOKEN = "stoa.byToken";
  private static final String REFUSAL = "stoa.refusal";
  private static final String FAILURE = "stoa.failure";

  private RequestCaller() {}

  /** Says who sent the request, by a token or by the session of a browser. */
  public static void set(HttpServletRequest request, Actor actor, boolean byToken) {
    request.setAttribute(ACTOR, actor);
    request.setAttribute(BY_TOKEN, byToken);
  }

  /** Says why what was shown is not accepted. */
  public static void refuse(HttpServletRequest request, String why) {
    request.setAttribute(REFUSAL, why);
  }

  /** Says that it could not be found out, because something broke. */
  public static void fail(HttpServletRequest request, RuntimeException failure) {
    request.setAttribute(FAILURE, failure);
  }

  /** Who sent the request, or empty when nobody is signed in. */
  public static Optional<Actor> actor(HttpServletRequest request) {
    return Optional.ofNullable((Actor) request.getAttribute(ACTOR));
  }

  static boolean byToken(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(BY_TOKEN))
        || request.getAttribute(REFUSAL) != null;
  }

  static Optional<String> refusal(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(REFUSAL));
  }

  static Optional<RuntimeException> failure(HttpServletRequest request) {
    return Optional.ofNullable((RuntimeException) request.getAttribute(FAILURE));
  }
}
