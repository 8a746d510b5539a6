package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleView;
import org.stoa.work.Schedules;

/** The schedules of the organisation. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
public class SchedulesResource {

  @Inject private Schedules schedules;
  @Inject private Once once;

  /** Creates a schedule. */
  @POST
  @Operation(
      operationId = "createSchedule",
      summary = "Create a schedule",
      description = ScheduleExamples.FIELDS + " Needs `work.schedules.write`.")
  @APIResponse(
      responseCode = "201",
      description = "Created; `Location` is the address.",
      headers = @Header(name = "Location", description = "the address of the schedule"),
      content =
          @Content(
              schema = @Schema(implementation = ScheduleView.class),
              examples = @ExampleObject(name = "schedule", value = ScheduleExamples.DEFINITION)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are wrong, `errors` names each; or no handler does such jobs.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "payload", value = ScheduleExamples.INVALID)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "There is a schedule of this name.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "The key was used for another request.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response create(
      @Parameter(description = Once.DESCRIPTION) @HeaderParam(IdempotentRequest.HEADER) String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ScheduleDefinition.class),
                      examples =
                          @ExampleObject(name = "each night", value = ScheduleExamples.DEFINITION)))
          ScheduleDefinition definition) {
    return once.answer(
        key,
        "createSchedule",
        definition,
        () -> {
          ScheduleView created = schedules.create(definition);
          return Response.created(URI.create(ApiApplication.PATH + "/schedules/" + created.id()))
              .header(HttpHeaders.ETAG, VersionTag.of(created.version()))
              .entity(created)
              .build();
        });
  }

  /** Lists schedules. */
  @GET
  @Operation(
      operationId = "listSchedules",
      summary = "List the schedules of the organisation",
      description = "The newest first. Needs `work.schedules.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ScheduleView.class)))
  @APIResponse(
      responseCode = "400",
      description = "`limit` or `after` is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    return PageLinks.answer(schedules.list(PageRequest.of(limit, after)), uri);
  }
}
