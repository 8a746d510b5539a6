package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
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
import java.util.List;
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
import org.stoa.work.JobAttempt;
import org.stoa.work.JobLogLine;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;

/** The background jobs of the organisation. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {

  private static final String EXAMPLE =
      """
      {"id": 17, "kind": "data.load", "queue": "loads", "state": "RUNNING",
       "progress": {"done": 5242880, "total": 10485760, "text": "Reading AE"},
       "attempt": 1, "maxAttempts": 3, "submittedAt": "2026-03-01T12:00:00Z",
       "startedAt": "2026-03-01T12:00:00.020Z", "submittedBy": "ada@example.org",
       "cancelRequested": false, "dueAt": "2026-03-01T12:00:00Z"}
      """;

  @Inject private Jobs jobs;

  /** The newest jobs that fit. */
  @GET
  @Operation(
      summary = "List jobs",
      description = "The jobs of the organisation, unfinished and finished ones, newest first.")
  @APIResponse(
      responseCode = "200",
      description = "One page; the Link header leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = JobView.class),
              examples = @ExampleObject(name = "one job", value = "[" + EXAMPLE + "]")))
  @APIResponse(responseCode = "400", description = "The state, limit or cursor is not valid.")
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission is missing.")
  public Response list(
      @Parameter(
              description = "Only jobs in this state.",
              schema = @Schema(implementation = JobState.class))
          @QueryParam("state")
          String state,
      @Parameter(description = "Only jobs of this kind.", example = "data.load") @QueryParam("kind")
          String kind,
      @Parameter(description = "Only jobs with this key.") @QueryParam("key") String key,
      @Parameter(
              description =
                  "Only jobs that failed for good with an error whose title or detail has this text.",
              example = "ae.csv")
          @QueryParam("error")
          String error,
      @Parameter(
              description =
                  "Jobs of this organisation instead of the own one; needs `platform.work.read`.",
              schema = @Schema(format = "uuid"))
          @QueryParam("organisation")
          String organisation,
      @Parameter(
              description = "Only jobs of this batch, without those that were done again in it.",
              schema = @Schema(format = "uuid"))
          @QueryParam("batch")
          String batch,
      @Parameter(
              description = "At most so many.",
              schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
          @QueryParam("limit")
          Integer limit,
      @Parameter(description = "The cursor from the Link header of the page before.")
          @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    JobQuery query =
        new JobQuery(
            stateNamed(state),
            given(kind),
            given(key),
            given(error),
            given(organisation).map(id -> uuid("organisation", id)),
            given(batch).map(id -> uuid("batch", id)));
    return PageLinks.answer(jobs.list(query, PageRequest.of(limit, after)), uri);
  }

  /** One job. */
  @GET
  @Path("{id}")
  @Operation(
      summary = "Show a job",
      description =
          """
          `state` is QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED. `result` is what the job \
          made, once it succeeded. `error` is a problem as of RFC 9457: why it failed, or why the \
          last attempt failed while the next one waits.""")
  @APIResponse(
      responseCode = "200",
      description = "The job as it is now.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "a load on its way", value = EXAMPLE)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  public JobView find(@PathParam("id") String id) {
    return jobs.find(number(id));
  }

  /** Cancels a job. */
  @POST
  @Path("{id}/cancel")
  @Operation(
      summary = "Cancel a job",
      description =
          """
          A waiting job is cancelled at once. A running one is asked to stop: `cancelRequested` \
          is true and `state` stays RUNNING until its handler has stopped.""")
  @APIResponse(
      responseCode = "200",
      description = "The job as it is now.",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.cancel is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  @APIResponse(responseCode = "409", description = "The job has ended.")
  public JobView cancel(@PathParam("id") String id) {
    return jobs.cancel(number(id));
  }

  /** What the handler of a job wrote. */
  @GET
  @Path("{id}/log")
  @Operation(
      summary = "Show the log of a job",
      description = "The lines that the job wrote for people, all attempts, in order.")
  @APIResponse(
      responseCode = "200",
      description = "The lines; none if it wrote nothing.",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = JobLogLine.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  public List<JobLogLine> log(@PathParam("id") String id) {
    return jobs.log(number(id));
  }

  /** What a job was given. */
  @GET
  @Path("{id}/payload")
  @Operation(
      operationId = "showJobPayload",
      summary = "Show what a job was given",
      description = "The payload with which it was submitted. Needs `work.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The payload; its members depend on the kind.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "a load", value = "{\"files\": 1}")))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  public JsonValue payload(@PathParam("id") String id) {
    return jobs.payload(number(id));
  }

  /** The attempts at a job that did not succeed. */
  @GET
  @Path("{id}/attempts")
  @Operation(
      summary = "Show the attempts at a job",
      description = "Those that failed, were lost with their server, or were given up; in order.")
  @APIResponse(
      responseCode = "200",
      description = "The attempts; none if the first one succeeded.",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = JobAttempt.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such job.")
  public List<JobAttempt> attempts(@PathParam("id") String id) {
    return jobs.attempts(number(id));
  }

  /** What is not a number is the id of no job. */
  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new NotFoundProblem("job", id);
    }
  }

  private static Optional<JobState> stateNamed(String name) {
    return given(name).map(JobsResource::state);
  }

  private static JobState state(String name) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidProblem(
                    "state", "must be one of " + Arrays.toString(JobState.values())));
  }

  private static UUID uuid(String field, String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem(field, "is not an id");
    }
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
