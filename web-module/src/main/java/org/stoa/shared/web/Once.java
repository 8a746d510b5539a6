package org.stoa.shared.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.stoa.shared.IdempotentAnswer;
import org.stoa.shared.IdempotentAnswers;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.JsonText;

/**
 * Answers requests that create something. A client may repeat such a request with the same {@code
 * Idempotency-Key} and gets the same answer; nothing is created twice.
 */
public class Once {

  /** What the API says of the header. */
  public static final String DESCRIPTION =
      "1 to 200 characters; the same request with the same key creates once";

  @Inject private IdempotentAnswers answers;

  /**
   * Creates, unless it was done before.
   *
   * @param key the header, or null
   * @param operation what creates
   * @param command with what
   * @param creation creates in the current transaction and answers
   */
  public Response answer(
      String key, String operation, Object command, Supplier<Response> creation) {
    if (key == null) {
      return creation.get();
    }
    AtomicReference<Response> first = new AtomicReference<>();
    IdempotentAnswer answer =
        answers.once(
            IdempotentRequest.of(key, operation, command),
            () -> {
              first.set(creation.get());
              return answer(first.get());
            });
    return answer.replayed() ? again(answer) : first.get();
  }

  private static IdempotentAnswer answer(Response response) {
    String body = response.hasEntity() ? JsonText.of(response.getEntity()) : null;
    return IdempotentAnswer.first(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        response.getHeaderString(HttpHeaders.ETAG),
        body);
  }

  private static Response again(IdempotentAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .location(Optional.ofNullable(answer.location()).map(URI::create).orElse(null))
            .header(HttpHeaders.ETAG, answer.etag())
            .header("Idempotency-Replayed", "true");
    if (answer.body() != null) {
      response.type(MediaType.APPLICATION_JSON_TYPE).entity(JsonText.tree(answer.body()));
    }
    return response.build();
  }
}
