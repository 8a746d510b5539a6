package org.stoa.shared.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.stream.Stream;

/** Gives the address of every page to the {@link PageServlet}. */
@WebListener
public class PageRegistration implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    PageRoutes routes = PageRoutes.of(context);
    Stream<String> sections = routes.sections().stream().map(section -> "/" + section + "/*");
    context
        .addServlet("pages", new PageServlet(routes))
        .addMapping(Stream.concat(Stream.of(""), sections).toArray(String[]::new));
  }
}
