package org.stoa.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;

/**
 * Puts our filters before all others, as one, so that their order is the one that stands here;
 * containers order several registrations each in their own way.
 */
@WebListener
public class WebFilters implements ServletContextListener {

  private static final List<Filter> REQUESTS =
      List.of(
          new SecurityHeadersFilter(),
          new AddressFilter(),
          new SameOriginFilter(),
          new SignedInFilter(),
          new CallContextFilter());

  /** The container answers with an error page after a request has left the filters. */
  private static final List<Filter> ERROR_PAGES =
      List.of(new SecurityHeadersFilter(), new CallContextFilter());

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    add(context, "requests", DispatcherType.REQUEST, REQUESTS);
    add(context, "errors", DispatcherType.ERROR, ERROR_PAGES);
  }

  private static void add(
      ServletContext context, String name, DispatcherType dispatch, List<Filter> filters) {
    Filter all = (request, response, chain) -> through(filters, request, response, chain);
    FilterRegistration.Dynamic registration = context.addFilter(name, all);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(dispatch), false, "/*");
  }

  /** Leads a request through the filters one after the other, and then on. */
  static void through(
      List<Filter> filters, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Iterator<Filter> left = filters.iterator();
    FilterChain next =
        new FilterChain() {
          @Override
          public void doFilter(ServletRequest request, ServletResponse response)
              throws IOException, ServletException {
            if (left.hasNext()) {
              left.next().doFilter(request, response, this);
            } else {
              chain.doFilter(request, response);
            }
          }
        };
    next.doFilter(request, response);
  }
}
