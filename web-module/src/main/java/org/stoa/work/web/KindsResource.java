package org.stoa.work.web;

import jakarta.inject.Inject;
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
import java.util.List;
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
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.work.LimitWork;
import org.stoa.work.QueueView;
import org.stoa.work.WorkQueues;

/** The kinds of jobs of the installation, for those who operate it. */
@Path("/kinds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues and kinds")
public class KindsResource {

  private static final String EXAMPLE =
      """
      {"name": "data.load", "ready": 12, "held": 1, "running": 2,
       "oldestReadyAt": "2026-03-01T12:00:00Z", "startsPerSecondLimit": 10, "version": 1}
      """;
  private static final String LIMIT = "{\"running\": 2, \"startsPerSecond\": 10}";

  @Inject private WorkQueues queues;

  /** Every kind that is known. */
  @GET
  @Operation(
      operationId = "listKinds",
      summary = "List kinds of jobs",
      description =
          "Every kind of which a job waits or runs, or about which something was decided, of all "
              + "organisations together. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "All of them, by name.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = QueueView.class),
              examples = @ExampleObject(name = "one kind", value = "[" + EXAMPLE + "]")))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<QueueView> list() {
    return queues.kinds();
  }

  /** One kind. */
  @GET
  @Path("/{name}")
  @Operation(
      operationId = "findKind",
      summary = "Read one kind",
      description = "`ETag` is the version of what was decided about it. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "The kind; empty when nobody has used it yet.",
      headers = @Header(name = "ETag", description = "the version, for If-Match"),
      content =
          @Content(
              schema = @Schema(implementation = QueueView.class),
              examples = @ExampleObject(name = "kind", value = EXAMPLE)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response find(@PathParam("name") String name) {
    return QueuesResource.tagged(queues.kind(name));
  }

  /** Lets nothing of it begin. */
  @POST
  @Path("/{name}/pause")
  @Operation(
      operationId = "pauseKind",
      summary = "Pause a kind of job",
      description = "What runs goes on; nothing more begins. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "The kind as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response pause(@PathParam("name") String name) {
    return QueuesResource.tagged(queues.pauseKind(name));
  }

  /** Lets it go on. */
  @POST
  @Path("/{name}/resume")
  @Operation(
      operationId = "resumeKind",
      summary = "Resume a kind of job",
      description = "What waits may begin again. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "The kind as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response resume(@PathParam("name") String name) {
    return QueuesResource.tagged(queues.resumeKind(name));
  }

  /** Limits it. */
  @PUT
  @Path("/{name}/limits")
  @Operation(
      operationId = "limitKind",
      summary = "Limit a kind of job",
      description =
          "How many of its jobs run at once and how many start in any second, on all servers "
              + "together; null leaves it to the handler. Send the `ETag` of what you read as `If-Match`. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "The kind as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response limit(
      @PathParam("name") String name,
      @Parameter(description = "the ETag of what was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = LimitWork.class),
                      examples = @ExampleObject(name = "two at once", value = LIMIT)))
          LimitWork limit) {
    return QueuesResource.tagged(queues.limitKind(name, VersionTag.read(ifMatch), limit));
  }
}
