package org.stoa.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * What a person chose about the frame of all pages. The browser keeps the choices in cookies, so
 * that the first paint is right already.
 */
@Named
@RequestScoped
public class Choices {

  @Inject private HttpServletRequest request;

  /** {@code light}, {@code dark}, or {@code system} if the person leaves it to the system. */
  public String getTheme() {
    return choice("stoa-theme", Set.of("light", "dark"), "system");
  }

  /** {@code narrow} if only the icons of the rail are wanted, else {@code wide}. */
  public String getRail() {
    return choice("stoa-rail", Set.of("narrow"), "wide");
  }

  private String choice(String name, Set<String> values, String otherwise) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && values.contains(cookie.getValue())) {
          return cookie.getValue();
        }
      }
    }
    return otherwise;
  }
}
