package org.stoa.system.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells what a bean sees of the caller whom the application's own security let in. */
@WebServlet("/api/v1/who-called")
public class WhoCalled extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Desk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            "%s %s %s %s"
                .formatted(
                    desk.caller(),
                    desk.isCallerIn("ADMINISTRATOR"),
                    desk.isCallerIn("VIEWER"),
                    request.isUserInRole("ADMINISTRATOR")));
  }
}
