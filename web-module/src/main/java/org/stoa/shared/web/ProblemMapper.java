package org.stoa.shared.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Problem;
import org.stoa.shared.StaleVersionProblem;

/**
 * Turns whatever a resource throws into a problem: a {@link Problem} as it is, however deep it was
 * wrapped; what JAX-RS refuses by its status; everything else into an incident that is logged once.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problem(failure);
    String instance =
        problem instanceof IncidentProblem incident
            ? incident.instance()
            : uri.getRequestUri().getRawPath();
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(ProblemJson.MEDIA_TYPE)
            .entity(ProblemJson.text(problem, instance));
    ProblemJson.headers(problem).forEach(response::header);
    Causes.find(failure, NotAllowedException.class)
        .map(refused -> refused.getResponse().getHeaderString(HttpHeaders.ALLOW))
        .ifPresent(allowed -> response.header(HttpHeaders.ALLOW, allowed));
    return response.build();
  }

  private Problem problem(Throwable failure) {
    Optional<Problem> told = Causes.find(failure, Problem.class);
    if (told.isPresent()) {
      return told.get();
    }
    if (failure instanceof ParamException.QueryParamException refused) {
      return new InvalidProblem(refused.getParameterName(), "is not of the type that is wanted");
    }
    if (failure instanceof WebApplicationException refused) {
      return refusal(refused);
    }
    Optional<ConstraintViolationException> invalid =
        Causes.find(failure, ConstraintViolationException.class);
    if (invalid.isPresent()) {
      return invalid(invalid.get());
    }
    if (Causes.find(failure, OptimisticLockException.class).isPresent()) {
      return new StaleVersionProblem("that you read", "another");
    }
    return incident(failure);
  }

  private Problem refusal(WebApplicationException refused) {
    String path = uri.getRequestUri().getRawPath();
    return switch (refused.getResponse().getStatus()) {
      case 404 -> HttpProblem.noSuchAddress(path);
      case 405 -> HttpProblem.methodNotAllowed(request.getMethod(), path);
      case 406 -> HttpProblem.notAcceptable();
      case 415 -> HttpProblem.unsupportedMediaType(String.valueOf(headers.getMediaType()));
      case 500 -> incident(refused);
      default -> HttpProblem.other(refused.getResponse().getStatus(), refused.getMessage());
    };
  }

  private static Problem invalid(ConstraintViolationException failure) {
    List<InvalidProblem.FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(
                violation ->
                    new InvalidProblem.FieldError(
                        violation.getPropertyPath().toString(), violation.getMessage()))
            .toList();
    return new InvalidProblem(errors);
  }

  private Problem incident(Throwable failure) {
    return IncidentProblem.of(failure, request.getMethod(), uri.getRequestUri().getRawPath());
  }
}
