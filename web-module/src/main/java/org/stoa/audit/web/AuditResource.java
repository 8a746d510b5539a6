package org.stoa.audit.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.audit.AuditQuery;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.AuditView;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;

/** The audit trail of the organisation. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

  @Inject private AuditTrail trail;

  /** Lists entries. */
  @GET
  @Operation(
      operationId = "listAuditEntries",
      summary = "List who did what when",
      description =
          "Newest first. Needs `audit.read`. Entries are never changed; the database refuses it.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = AuditView.class),
              examples =
                  @ExampleObject(
                      name = "a study",
                      value =
                          "[{\"id\": \"019d0c20-0f3a-7b11-9d2c-7f0e5a6b7c8d\","
                              + " \"at\": \"2026-03-01T12:00:00Z\","
                              + " \"actorId\": \"019d0c1e-7a52-7d09-8f5e-3f6f2f1a9c11\","
                              + " \"actorName\": \"admin@stoa.local\","
                              + " \"actorKind\": \"PERSON\", \"action\": \"study.created\","
                              + " \"subjectType\": \"study\","
                              + " \"subjectId\": \"019d0c20-0f31-7c55-a1b2-c3d4e5f60718\","
                              + " \"after\": {\"code\": \"S-1\", \"title\": \"First study\"}}]")))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; `errors` names it.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @Parameter(description = "the kind of the thing, such as study") @QueryParam("subjectType")
          String subjectType,
      @Parameter(description = "the id of the thing") @QueryParam("subject") String subject,
      @Parameter(description = "the id of who did it") @QueryParam("actor") String actor,
      @Parameter(description = "exactly this action, such as study.created") @QueryParam("action")
          String action,
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    AuditQuery query = new AuditQuery(subjectType, subject, id(actor), action);
    return PageLinks.answer(trail.list(query, PageRequest.of(limit, after)), uri);
  }

  /** Reads one entry. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "findAuditEntry",
      summary = "Read one entry of the trail",
      description = "Needs `audit.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The entry.",
      content = @Content(schema = @Schema(implementation = AuditView.class)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such entry.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public AuditView find(@PathParam("id") UUID id) {
    return trail.find(id);
  }

  private static UUID id(String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("actor", "is not an id");
    }
  }
}
