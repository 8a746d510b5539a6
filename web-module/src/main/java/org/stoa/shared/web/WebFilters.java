package org.stoa.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts our filters before all others, in the order in which they stand here. */
@WebListener
public class WebFilters implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
    add(context, SecurityHeadersFilter.class);
    add(context, AddressFilter.class);
    add(context, SameOriginFilter.class);
    add(context, SignedInFilter.class);
    add(context, CallContextFilter.class);
  }

  private static void add(ServletContext context, Class<? extends Filter> filter) {
    FilterRegistration.Dynamic registration = context.addFilter(filter.getSimpleName(), filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }
}
