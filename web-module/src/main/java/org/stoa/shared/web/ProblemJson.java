package org.stoa.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stoa.shared.JsonText;
import org.stoa.shared.Problem;

/** A problem as {@code application/problem+json} (RFC 9457). */
public final class ProblemJson {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /**
   * The text of a problem.
   *
   * @param instance the path of the request, or the URN of the incident
   */
  public static String text(Problem problem, String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type());
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.detail());
    members.put("instance", instance);
    problem.members().forEach(members::putIfAbsent);
    return JsonText.of(members);
  }

  /** The headers that belong to a problem beside its text. */
  public static Map<String, String> headers(Problem problem) {
    return switch (problem.status()) {
      case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"stoa\"");
      case 429, 503 ->
          problem.members().get("retryAfter") instanceof Long seconds
              ? Map.of("Retry-After", seconds.toString())
              : Map.of();
      default -> Map.of();
    };
  }

  /** Answers a request with the problem, for those who stand before the resources. */
  public static void send(Problem problem, String instance, HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.status());
    headers(problem).forEach(response::setHeader);
    response.setContentType(MEDIA_TYPE);
    byte[] body = text(problem, instance).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
