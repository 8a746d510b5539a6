package org.stoa.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;

/**
 * What the session of a browser remembers of who signed in. What that person may do is asked anew
 * with each request.
 *
 * @param organisation for which the person works
 * @param person who signed in
 */
record BrowserSession(UUID organisation, UUID person) implements Serializable {

  private static final String NAME = "stoa.person";

  /** The signed-in session of the request, if there is one. */
  static Optional<BrowserSession> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((BrowserSession) session.getAttribute(NAME));
  }

  /** Begins a session for the person, under a new id that nobody could have known before. */
  static void begin(HttpServletRequest request, Actor actor) {
    end(request);
    request
        .getSession(true)
        .setAttribute(NAME, new BrowserSession(actor.organisation(), actor.id()));
  }

  /** Ends the session with all that it remembers. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
