package org.stoa.study.web;

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
import org.stoa.study.CreateStudy;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;

/** The studies of the organisation. */
@Path("studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudiesResource {

  private static final String INVALID =
      """
      {"type": "urn:stoa:problem:invalid", "title": "The input is not valid", "status": 400,
       "detail": "code: is missing (and 1 more)", "instance": "/api/v1/studies",
       "errors": [{"field": "code", "message": "is missing"},
                  {"field": "title", "message": "is missing"}]}
      """;

  @Inject private Studies studies;
  @Inject private Once once;

  /** Creates a study. */
  @POST
  @Operation(
      operationId = "createStudy",
      summary = "Create a study",
      description =
          "The code has 1 to 40 letters, digits, `.`, `_` or `-`, begins with a letter or digit,"
              + " and is unique in the organisation, whatever the case. The title has 1 to 200"
              + " characters of any script. Needs `study.create`.")
  @APIResponse(
      responseCode = "201",
      description = "Created; `Location` is the address.",
      headers = @Header(name = "Location", description = "the address of the study"),
      content =
          @Content(
              schema = @Schema(implementation = StudyView.class),
              examples = @ExampleObject(name = "study", value = StudyExamples.STUDY)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are wrong; `errors` names each.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "empty", value = INVALID)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "There is a study of this code.",
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
                      schema = @Schema(implementation = CreateStudy.class),
                      examples =
                          @ExampleObject(
                              name = "study",
                              value =
                                  "{\"code\": \"STOA-101\", \"title\": \"A 24-Week Study in Adults"
                                      + " with Hypertension\"}")))
          CreateStudy command) {
    return once.answer(
        key,
        "createStudy",
        command,
        () -> {
          StudyView created = studies.create(command);
          return Response.created(URI.create(ApiApplication.PATH + "/studies/" + created.id()))
              .header(HttpHeaders.ETAG, VersionTag.of(created.version()))
              .entity(created)
              .build();
        });
  }

  /** Lists studies. */
  @GET
  @Operation(
      operationId = "listStudies",
      summary = "List the studies of the organisation",
      description = "The newest first. Needs `study.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = StudyView.class),
              examples = @ExampleObject(name = "one", value = "[" + StudyExamples.STUDY + "]")))
  @APIResponse(
      responseCode = "400",
      description = "`limit` or `after` is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @Parameter(description = "only studies whose code or title has this, whatever the case")
          @QueryParam("text")
          String text,
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    return PageLinks.answer(studies.list(text, PageRequest.of(limit, after)), uri);
  }
}
