package org.stoa.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Makes the caller of the request the actor of all that it calls, on this thread and no longer. */
public class CallContextFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Actor> actor = RequestCaller.actor(request);
    if (actor.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      CallContext.callAs(
          actor.get(),
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
