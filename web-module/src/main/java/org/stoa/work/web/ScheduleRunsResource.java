package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleRuns;

/** What became of the times of a schedule, and a run by hand. */
@Path("schedules/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
public class ScheduleRunsResource {

  @Inject private ScheduleRuns runs;
  @Inject private Once once;

  /** What became of the times of a schedule. */
  @GET
  @Operation(
      operationId = "listScheduleRuns",
      summary = "Show what became of the times of a schedule",
      description =
          """
          The newest first; kept for 90 days. `outcome` is `SUBMITTED` (there is a `job`), `HELD` \
          (its job is submitted when that of an earlier run has ended) or `SKIPPED` with its \
          `reason`: `OVERLAP`, `MISSED`, `REPLACED` by a later run, `TOO_MANY_WAIT`, `REFUSED` \
          (the handler does not take the payload any more). `late` runs were made up for. `by` is \
          who asked for a run by hand. `silence` is what did not happen in time. Needs \
          `work.schedules.read`.""")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = ScheduleFiring.class),
              examples = @ExampleObject(name = "one", value = "[" + ScheduleExamples.FIRING + "]")))
  @APIResponse(
      responseCode = "400",
      description = "`limit` or `after` is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @PathParam("id") UUID id,
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    return PageLinks.answer(runs.list(id, PageRequest.of(limit, after)), uri);
  }

  /** Runs a schedule now. */
  @POST
  @Operation(
      operationId = "runScheduleNow",
      summary = "Run a schedule now",
      description =
          """
          Also when it is paused or over. Its overlap policy holds; its `maxRuns` does not. Needs \
          `work.schedules.write`.""")
  @APIResponse(
      responseCode = "201",
      description = "The run; `Location` is the address of its job, unless it is held.",
      content =
          @Content(
              schema = @Schema(implementation = ScheduleFiring.class),
              examples = @ExampleObject(name = "run", value = ScheduleExamples.FIRING)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "The job of an earlier run has not ended, and the schedule skips then.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response runNow(
      @PathParam("id") UUID id,
      @Parameter(description = Once.DESCRIPTION) @HeaderParam(IdempotentRequest.HEADER)
          String key) {
    return once.answer(
        key,
        "runScheduleNow",
        id,
        () -> {
          ScheduleFiring run = runs.runNow(id);
          return Response.status(Response.Status.CREATED)
              .location(
                  run.job() == null ? null : URI.create(ApiApplication.PATH + "/jobs/" + run.job()))
              .entity(run)
              .build();
        });
  }
}
