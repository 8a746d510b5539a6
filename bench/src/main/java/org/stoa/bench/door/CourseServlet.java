package org.stoa.bench.door;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.bench.inside.NoOperation;
import org.stoa.bench.inside.WorkCourse;

/** Runs the course that is named and answers what it took. */
@WebServlet("/course")
public class CourseServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient WorkCourse course;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("application/json");
    try {
      response.getWriter().print(run(request));
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private JsonObject run(HttpServletRequest request) throws Exception {
    String name = request.getParameter("name");
    int jobs = number(request, "jobs");
    JsonObjectBuilder answer = Json.createObjectBuilder();
    return switch (name) {
      case "drain" -> answer.add("seconds", course.drain(NoOperation.KIND, jobs)).build();
      case "drain_held" ->
          answer
              .add("seconds", course.drainBesideOldTransaction(number(request, "before"), jobs))
              .build();
      case "fill" -> {
        course.fill(number(request, "archived"), jobs);
        yield answer.build();
      }
      case "end_to_end" ->
          answer.add("seconds", course.endToEnd(jobs, number(request, "threads"))).build();
      case "submit_bulk" ->
          answer.add("seconds", course.submitInBulk(jobs, number(request, "transaction"))).build();
      case "submit_bulk_paused" ->
          answer
              .add(
                  "seconds", course.submitInBulkToPausedQueue(jobs, number(request, "transaction")))
              .build();
      case "transactional" -> answer.add("seconds", course.transactional(jobs)).build();
      case "latency" -> answer.add("ms", array(course.latencies(jobs))).build();
      default -> throw new IllegalArgumentException("There is no course " + name + ".");
    };
  }

  private static int number(HttpServletRequest request, String name) {
    return Integer.parseInt(request.getParameter(name));
  }

  private static JsonArrayBuilder array(double[] values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (double value : values) {
      array.add(value);
    }
    return array;
  }
}
