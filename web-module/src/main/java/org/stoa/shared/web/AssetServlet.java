package org.stoa.shared.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code /assets/{fingerprint}/{file}} with the file, to be kept for a year. */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern ADDRESS = Pattern.compile("/[0-9a-f]{12}/([a-z][a-z0-9.-]*)");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Matcher address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
    if (!address.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String name = address.group(1);
    String path = Assets.FOLDER + name;
    if (name.equals(ScriptText.FILE)) {
      keep(response);
      response.setContentType("text/javascript;charset=UTF-8");
      response.getWriter().write(ScriptText.module());
    } else if (getServletContext().getResource(path) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      keep(response);
      request.getRequestDispatcher(path).forward(request, response);
    }
  }

  private static void keep(HttpServletResponse response) {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  }
}
