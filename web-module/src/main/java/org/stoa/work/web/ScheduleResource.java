package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleRuns;
import org.stoa.work.ScheduleView;
import org.stoa.work.Schedules;

/** One schedule. */
@Path("schedules/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
public class ScheduleResource {

  @Inject private Schedules schedules;
  @Inject private ScheduleRuns runs;

  /** Reads one schedule. */
  @GET
  @Operation(
      operationId = "findSchedule",
      summary = "Read one schedule",
      description =
          """
          `next` is the next time of its rule, before jitter; it is missing when the schedule is \
          paused or over. `last` is what became of the last time. `alert` is the newest run that \
          stayed silent: `NOT_FIRED` (its time passed), `NOT_BEGUN` or `NOT_ENDED` (its job). \
          `ETag` is the version. Needs `work.schedules.read`.""")
  @APIResponse(
      responseCode = "200",
      description = "The schedule.",
      headers = @Header(name = "ETag", description = "the version, for If-Match"),
      content =
          @Content(
              schema = @Schema(implementation = ScheduleView.class),
              examples = @ExampleObject(name = "schedule", value = ScheduleExamples.DEFINITION)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response find(@PathParam("id") UUID id) {
    return tagged(schedules.find(id));
  }

  /** Changes a schedule, told as a whole. */
  @PUT
  @Operation(
      operationId = "changeSchedule",
      summary = "Change a schedule",
      description =
          "Takes the whole definition. Send the `ETag` of what you read as `If-Match`. Another rule"
              + " counts from now. Needs `work.schedules.write`.")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now.",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are wrong, `errors` names each; or no handler does such jobs.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "There is another schedule of this name.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "428",
      description = "`If-Match` is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response change(
      @PathParam("id") UUID id,
      @Parameter(description = "the ETag of what was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ScheduleDefinition.class),
                      examples =
                          @ExampleObject(name = "each night", value = ScheduleExamples.DEFINITION)))
          ScheduleDefinition definition) {
    return tagged(schedules.change(id, VersionTag.read(ifMatch), definition));
  }

  /** Removes a schedule. */
  @DELETE
  @Operation(
      operationId = "removeSchedule",
      summary = "Remove a schedule and its history",
      description =
          "Jobs that it submitted stay. Send the `ETag` of what you read as `If-Match`. Needs"
              + " `work.schedules.write`.")
  @APIResponse(responseCode = "204", description = "Removed.")
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "428",
      description = "`If-Match` is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public void remove(
      @PathParam("id") UUID id,
      @Parameter(description = "the ETag of what was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch) {
    schedules.remove(id, VersionTag.read(ifMatch));
  }

  /** Pauses a schedule. */
  @POST
  @Path("pause")
  @Operation(
      operationId = "pauseSchedule",
      summary = "Let nothing of a schedule begin",
      description =
          "`pausedBy` and `pausedAt` tell who paused it and since when. Needs"
              + " `work.schedules.write`.")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now.",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response pause(@PathParam("id") UUID id) {
    return tagged(runs.pause(id));
  }

  /** Lets a paused schedule go on. */
  @POST
  @Path("resume")
  @Operation(
      operationId = "resumeSchedule",
      summary = "Let a paused schedule go on",
      description =
          "It goes on with the next time of its rule; times that passed meanwhile are not made up"
              + " for. Needs `work.schedules.write`.")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now.",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such schedule.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response resume(@PathParam("id") UUID id) {
    return tagged(runs.resume(id));
  }

  private static Response tagged(ScheduleView schedule) {
    return VersionTag.answer(schedule, schedule.version());
  }
}
