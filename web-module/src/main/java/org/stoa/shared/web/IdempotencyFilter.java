package org.stoa.shared.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.stoa.shared.Fields;
import org.stoa.shared.IdempotentAnswer;
import org.stoa.shared.IdempotentAnswers;
import org.stoa.shared.JsonText;

/**
 * Remembers the answer to a request with an {@code Idempotency-Key} and gives it again. A refused
 * request is not remembered: it changed nothing and may be tried again.
 */
@Idempotent
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String RESERVED = "stoa.idempotency.reserved";
  private static final int LONGEST_KEY = 200;

  @Inject private IdempotentAnswers answers;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(Idempotent.HEADER);
    if (key == null) {
      return;
    }
    Fields fields = new Fields();
    String checked = fields.text(Idempotent.HEADER, key, LONGEST_KEY);
    fields.check();
    Optional<IdempotentAnswer> known = answers.begin(checked, fingerprint(request));
    if (known.isPresent()) {
      request.abortWith(replay(known.get()));
    } else {
      request.setProperty(RESERVED, checked);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(RESERVED) instanceof String key)) {
      return;
    }
    if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
      answers.finish(key, answer(response));
    } else {
      answers.forget(key);
    }
  }

  private static String fingerprint(ContainerRequestContext request) throws IOException {
    String address = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
    MediaType type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
      return IdempotentAnswers.fingerprint(address, new byte[0]);
    }
    byte[] body = request.getEntityStream().readNBytes(JsonBody.LIMIT + 1);
    request.setEntityStream(new ByteArrayInputStream(body));
    return IdempotentAnswers.fingerprint(address, body);
  }

  private static IdempotentAnswer answer(ContainerResponseContext response) {
    String body = response.hasEntity() ? JsonText.of(response.getEntity()) : null;
    return new IdempotentAnswer(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        response.getHeaderString(HttpHeaders.ETAG),
        body);
  }

  private static Response replay(IdempotentAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .header(HttpHeaders.LOCATION, answer.location())
            .header(HttpHeaders.ETAG, answer.etag())
            .header("Idempotency-Replayed", "true");
    if (answer.body() != null) {
      response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }
    return response.build();
  }
}
