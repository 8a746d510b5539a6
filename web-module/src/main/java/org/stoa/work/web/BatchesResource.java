package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.BatchActs;
import org.stoa.work.BatchQuery;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.Batches;

/** The jobs of the organisation that were submitted together. */
@Path("/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches")
public class BatchesResource {

  private static final String EXAMPLE =
      """
      {"id": "0190b7a0-0000-7000-8000-000000000021", "name": "Load of May", "state": "RUNNING",
       "ordered": false, "runAnyway": false, "jobs": 40,
       "counts": {"waiting": 27, "running": 2, "succeeded": 10, "failed": 1, "cancelled": 0},
       "done": 0.275, "firstFailure": 4711,
       "continuation": {"id": 4752, "kind": "insight.map", "state": "QUEUED"},
       "submittedAt": "2026-03-01T12:00:00Z", "submittedBy": "ada@example.org",
       "beganAt": "2026-03-01T12:00:00.020Z",
       "link": "/jobs?batch=0190b7a0-0000-7000-8000-000000000021"}
      """;

  @Inject private Batches batches;
  @Inject private BatchActs acts;

  /** The newest batches that fit. */
  @GET
  @Operation(
      operationId = "listBatches",
      summary = "List batches",
      description = "The batches and chains of the organisation, newest first. Needs `work.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; the Link header leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = BatchView.class),
              examples = @ExampleObject(name = "one batch", value = "[" + EXAMPLE + "]")))
  @APIResponse(
      responseCode = "400",
      description = "The state, limit or cursor is not valid.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  public Response list(
      @Parameter(
              description = "Only batches in this state.",
              schema = @Schema(implementation = BatchState.class))
          @QueryParam("state")
          String state,
      @Parameter(
              description = "Only batches whose name has this text, in capitals or not.",
              example = "load")
          @QueryParam("name")
          String name,
      @Parameter(
              description = "At most so many.",
              schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
          @QueryParam("limit")
          Integer limit,
      @Parameter(description = "The cursor from the Link header of the page before.")
          @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    BatchQuery query = new BatchQuery(given(state).map(BatchesResource::state), given(name));
    return PageLinks.answer(batches.list(query, PageRequest.of(limit, after)), uri);
  }

  /** One batch. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "showBatch",
      summary = "Show a batch",
      description =
          """
          `counts` tells how many of its `jobs` are in which state, `done` the share that has \
          ended. A job that was done again within the batch counts once, as the newer one. \
          `continuation` is the job that is done when all have ended; it is none of the jobs. \
          `link` leads to the jobs. Needs `work.read`.""")
  @APIResponse(
      responseCode = "200",
      description = "The batch as it is now.",
      content =
          @Content(
              schema = @Schema(implementation = BatchView.class),
              examples = @ExampleObject(name = "a batch on its way", value = EXAMPLE)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such batch.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public BatchView find(@PathParam("id") String id) {
    return batches.find(id(id));
  }

  /** Cancels a batch. */
  @POST
  @Path("{id}/cancel")
  @Operation(
      operationId = "cancelBatch",
      summary = "Cancel all of a batch that has not ended",
      description =
          """
          Its continuation first. What waits is cancelled at once, what runs is asked to stop. \
          Needs `work.cancel`.""")
  @APIResponse(
      responseCode = "200",
      description = "The batch as it is now.",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.cancel is missing.")
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such batch.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "All of it has ended.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public BatchView cancel(@PathParam("id") String id) {
    return acts.cancel(id(id));
  }

  /** Does again what did not succeed. */
  @POST
  @Path("{id}/repeat")
  @Operation(
      operationId = "repeatBatch",
      summary = "Do all jobs of a batch again that failed or were cancelled",
      description =
          """
          New jobs with the same payloads take their places, in the name of the caller. The \
          continuation is done again as well, and waits for them. A request that is sent again is \
          refused as long as they have not ended. Needs `work.repeat`.""")
  @APIResponse(
      responseCode = "200",
      description = "The batch as it is now.",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.repeat is missing.")
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such batch.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "Not all of it has ended, or all jobs have succeeded.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public BatchView repeat(@PathParam("id") String id) {
    return acts.repeat(id(id));
  }

  /** What is not an id is the id of no batch. */
  private static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new NotFoundProblem("batch", id);
    }
  }

  private static BatchState state(String name) {
    return Arrays.stream(BatchState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidProblem(
                    "state", "must be one of " + Arrays.toString(BatchState.values())));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
