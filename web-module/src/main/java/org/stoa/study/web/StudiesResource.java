package org.stoa.study.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
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
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.insight.DashboardView;
import org.stoa.insight.Dashboards;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.study.ChangeStudy;
import org.stoa.study.CreateStudy;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;

/** Studies, their datasets and their dashboards. */
@Path("studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudiesResource {

  private static final String STUDY =
      """
      {"id": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "code": "STOA-101",
       "title": "A 24-Week Study in Adults with Hypertension",
       "createdAt": "2026-03-01T12:00:00Z", "createdBy": "ada@example.org", "version": 0}
      """;
  private static final String INVALID =
      """
      {"type": "urn:stoa:problem:invalid", "title": "The input is not valid", "status": 400,
       "detail": "code: is missing (and 1 more)", "instance": "/api/v1/studies",
       "errors": [{"field": "code", "message": "is missing"},
                  {"field": "title", "message": "is missing"}]}
      """;
  private static final String NOT_FOUND =
      """
      {"type": "urn:stoa:problem:not-found", "title": "Not found", "status": 404,
       "detail": "There is no study 0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57.",
       "instance": "/api/v1/studies/0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57",
       "id": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57"}
      """;
  private static final String STALE =
      """
      {"type": "urn:stoa:problem:stale-version", "title": "Changed in the meantime",
       "status": 412, "detail": "You changed version 0, the newest is 1. Read it again.",
       "instance": "/api/v1/studies/0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "current": "1"}
      """;
  private static final String DATASETS =
      """
      [{"id": "0199d3c5-0b1c-7000-8000-6a7b8c9d0e1f", "owner":
        "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "name": "AE", "label": "Adverse Events",
        "activeVersion": {"number": 1, "rows": 718, "columns": 20, "sha256": "2c26b46b…",
                          "sourceLabel": "ae.csv", "loadedAt": "2026-03-01T12:01:00Z"}}]
      """;
  private static final String DASHBOARDS =
      """
      [{"id": "0199d3c6-5d2e-7000-8000-0f1e2d3c4b5a", "name": "Safety overview",
        "template": "safety-overview", "widgets": [{"id": "adverse-events", "type": "kpi",
        "title": "Adverse events", "page": 1, "position": 3, "width": 3, "datasets": ["AE"]}]}]
      """;

  @Inject private Studies studies;
  @Inject private Datasets datasets;
  @Inject private Dashboards dashboards;
  @Inject private Once once;

  /**
   * A study as a client wants it to be.
   *
   * @param code cannot change; may be left out
   * @param title what it is about
   */
  public record StudyBody(String code, String title) {}

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
              examples = @ExampleObject(name = "study", value = STUDY)))
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
              examples = @ExampleObject(name = "one", value = "[" + STUDY + "]")))
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

  /** Reads one study. */
  @GET
  @Path("{id}")
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
              examples = @ExampleObject(name = "study", value = STUDY)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "not found", value = NOT_FOUND)))
  public Response find(@PathParam("id") UUID id) {
    return tagged(studies.find(id));
  }

  /** Changes a study. */
  @PATCH
  @Path("{id}")
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
              examples = @ExampleObject(name = "study", value = STUDY)))
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
  @Path("{id}")
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
              examples = @ExampleObject(name = "study", value = STUDY)))
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

  /** Lists the datasets of a study. */
  @GET
  @Path("{id}/datasets")
  @Operation(
      operationId = "listStudyDatasets",
      summary = "List the datasets of a study",
      description = "By name, each with its active version. Needs `study.read`, `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The datasets.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = DatasetView.class),
              examples = @ExampleObject(name = "one", value = DATASETS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<DatasetView> datasets(@PathParam("id") UUID id) {
    StudyView study = studies.find(id);
    return datasets.list(study.id()).stream().map(DatasetView::summary).toList();
  }

  /** Lists the dashboards of a study. */
  @GET
  @Path("{id}/dashboards")
  @Operation(
      operationId = "listStudyDashboards",
      summary = "List the dashboards of a study",
      description =
          "The oldest first. The safety overview appears a moment after the first version of DM"
              + " or AE. Needs `study.read`, `insight.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The dashboards.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = DashboardView.class),
              examples = @ExampleObject(name = "one", value = DASHBOARDS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<DashboardView> dashboards(@PathParam("id") UUID id) {
    StudyView study = studies.find(id);
    return dashboards.list(study.id());
  }

  private static Response tagged(StudyView study) {
    return Response.ok(study).header(HttpHeaders.ETAG, VersionTag.of(study.version())).build();
  }
}
