package org.stoa.study.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.study.ChangeStudy;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;

/** One study. */
@Path("studies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyResource {

  private static final String STALE =
      """
      {"type": "urn:stoa:problem:stale-version", "title": "Changed in the meantime",
       "status": 412, "detail": "You changed version 0, the newest is 1. Read it again.",
       "instance": "/api/v1/studies/0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "current": "1"}
      """;

  @Inject private Studies studies;

  /**
   * A study as a client wants it to be.
   *
   * @param code cannot change; may be left out
   * @param title what it is about
   */
  public record StudyBody(String code, String title) {}

  /** Reads one study. */
  @GET
  @Operation(
      operationId = "findStudy",
      summary = "Read one study",
      description = "`ETag` is its version. Needs `study.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The study.",
      headers = @Header(name = "ETag", description = "the version, for If-Match"),
      content =
          @Content(
              schema = @Schema(implementation = StudyView.class),
              examples = @ExampleObject(name = "study", value = StudyExamples.STUDY)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "not found", value = StudyExamples.NOT_FOUND)))
  public Response find(@PathParam("id") UUID id) {
    return tagged(studies.find(id));
  }

  /** Changes a study. */
  @PATCH
  @Operation(
      operationId = "changeStudy",
      summary = "Give a study another title",
      description = "Send the `ETag` of what you read as `If-Match`. Needs `study.update`.")
  @APIResponse(
      responseCode = "200",
      description = "The study as it is now.",
      content =
          @Content(
              schema = @Schema(implementation = StudyView.class),
              examples = @ExampleObject(name = "study", value = StudyExamples.STUDY)))
  @APIResponse(
      responseCode = "400",
      description = "The title is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "stale", value = STALE)))
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
                      schema = @Schema(implementation = StudyBody.class),
                      examples =
                          @ExampleObject(
                              name = "title",
                              value = "{\"title\": \"A 12-Week Study in Adults\"}")))
          StudyBody body) {
    StudyView current = studies.find(id);
    long version = VersionTag.read(ifMatch);
    if (body.code() != null && !body.code().equals(current.code())) {
      throw new InvalidProblem("code", "cannot be changed");
    }
    return tagged(studies.change(id, version, new ChangeStudy(body.title())));
  }

  /** Changes a study, told as a whole. */
  @PUT
  @Operation(
      operationId = "replaceStudy",
      summary = "Give a study another title",
      description = "As `PATCH`; the code cannot change and may be left out.")
  @APIResponse(
      responseCode = "200",
      description = "The study as it is now.",
      content =
          @Content(
              schema = @Schema(implementation = StudyView.class),
              examples = @ExampleObject(name = "study", value = StudyExamples.STUDY)))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "stale", value = STALE)))
  public Response replace(
      @PathParam("id") UUID id,
      @Parameter(description = "the ETag of what was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = StudyBody.class),
                      examples =
                          @ExampleObject(
                              name = "study",
                              value =
                                  "{\"code\": \"STOA-101\", \"title\": \"A 12-Week Study in"
                                      + " Adults\"}")))
          StudyBody body) {
    return change(id, ifMatch, body);
  }

  private static Response tagged(StudyView study) {
    return VersionTag.answer(study, study.version());
  }
}
