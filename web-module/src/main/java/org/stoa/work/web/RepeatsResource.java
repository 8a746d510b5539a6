package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.JobView;
import org.stoa.work.RepeatJob;
import org.stoa.work.Repeats;

/** Jobs that are done again. The pattern leaves {@code /jobs/bulk/repeat} to another resource. */
@Path("/jobs/{id: [0-9]+}/repeat")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class RepeatsResource {

  private static final String CHANGED = "{\"payload\": {\"text\": \"hello again\"}}";

  @Inject private Repeats repeats;
  @Inject private Once once;

  /** Does a job again. */
  @POST
  @Operation(
      operationId = "repeatJob",
      summary = "Do a job again that failed or was cancelled",
      description =
          """
          Submits a new job in the name of the caller; the old one stays as it is. The new one has \
          the same payload, or `payload` if that is given, which is for kinds of jobs that allow \
          it. Needs `work.repeat`, and for another payload what the kind itself needs.""")
  @APIResponse(
      responseCode = "201",
      description = "The new job; `Location` is its address.",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The payload does not fit the kind: each fault, by member.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "A permission is missing; it is named.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  @APIResponse(
      responseCode = "409",
      description =
          "It neither failed nor was cancelled, is being done again already, or its kind lets "
              + "nobody change the payload.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response repeat(
      @PathParam("id") String id,
      @Parameter(description = Once.DESCRIPTION) @HeaderParam(IdempotentRequest.HEADER) String key,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      schema = @Schema(implementation = RepeatJob.class),
                      examples = {
                        @ExampleObject(name = "as it was", value = "{}"),
                        @ExampleObject(name = "with another payload", value = CHANGED)
                      }))
          RepeatJob changes) {
    RepeatJob asked = Optional.ofNullable(changes).orElseGet(RepeatJob::unchanged);
    return once.answer(
        key,
        "repeatJob",
        List.of(id, asked),
        () -> {
          JobView added = repeats.repeat(number(id), asked);
          return Response.created(URI.create(ApiApplication.PATH + "/jobs/" + added.id()))
              .entity(added)
              .build();
        });
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new NotFoundProblem("job", id);
    }
  }
}
