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
import java.util.Optional;
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
import org.stoa.work.ControlScope;
import org.stoa.work.LimitWork;
import org.stoa.work.PauseWork;
import org.stoa.work.QueueView;
import org.stoa.work.WorkQueues;

/** The queues and the kinds of jobs of the installation, for those who operate it. */
@Path("/{scope: queues|kinds}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues and kinds")
public class QueuesResource {

  private static final String EXAMPLE =
      """
      {"name": "loads", "ready": 12, "held": 1, "running": 2,
       "oldestReadyAt": "2026-03-01T12:00:00Z", "runningLimit": 2, "version": 1}
      """;
  private static final String PAUSE = "{\"reason\": \"the new disk is put in\"}";
  private static final String LIMIT = "{\"running\": 2, \"startsPerSecond\": 10}";

  private static final String SHARE = "{\"running\": 8, \"weight\": 3, \"reserved\": 1}";

  @Inject private WorkQueues queues;

  @PathParam("scope")
  @Parameter(
      name = "scope",
      description = "what is meant",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"queues", "kinds"}))
  private String scope;

  /** All that are known. */
  @GET
  @Operation(
      operationId = "listQueues",
      summary = "List queues or kinds of jobs",
      description =
          """
          Every queue on which a job waits or runs, or every kind of such jobs, and those about \
          which something was decided, of all organisations together. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "All of them, by name.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = QueueView.class),
              examples = @ExampleObject(name = "one queue", value = "[" + EXAMPLE + "]")))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<QueueView> list() {
    return queues.list(scope());
  }

  /** One of them. */
  @GET
  @Path("/{name}")
  @Operation(
      operationId = "findQueue",
      summary = "Read one queue or kind",
      description = "`ETag` is the version of what was decided about it. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "It, with nothing in it when nobody has used it yet.",
      headers = @Header(name = "ETag", description = "the version, for If-Match"),
      content =
          @Content(
              schema = @Schema(implementation = QueueView.class),
              examples = @ExampleObject(name = "queue", value = EXAMPLE)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response find(@PathParam("name") String name) {
    return tagged(queues.find(scope(), name));
  }

  /** Lets nothing of it begin. */
  @POST
  @Path("/{name}/pause")
  @Operation(
      operationId = "pauseQueue",
      summary = "Pause a queue or kind",
      description =
          """
          What runs goes on; nothing more begins. The reason is shown beside each job that waits \
          for it. What is paused already stays as it is. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "It, as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The reason is longer than 200 characters.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response pause(
      @PathParam("name") String name,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      schema = @Schema(implementation = PauseWork.class),
                      examples = @ExampleObject(name = "with a reason", value = PAUSE)))
          PauseWork pause) {
    PauseWork asked = Optional.ofNullable(pause).orElseGet(PauseWork::unexplained);
    return tagged(queues.pause(scope(), name, asked));
  }

  /** Lets it go on. */
  @POST
  @Path("/{name}/resume")
  @Operation(
      operationId = "resumeQueue",
      summary = "Resume a queue or kind",
      description = "What waits may begin again. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "It, as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response resume(@PathParam("name") String name) {
    return tagged(queues.resume(scope(), name));
  }

  /** Limits it. */
  @PUT
  @Path("/{name}/limits")
  @Operation(
      operationId = "limitQueue",
      summary = "Limit a queue or kind",
      description =
          """
          How many of its jobs run at once and, for kinds only, how many start in any second, on \
          all servers together. For queues only: the weight by which it shares the workers of \
          each server with the other queues (1 to 1,000, usually 1), and how many workers of each \
          server are reserved for it (usually none). Null leaves it to the handlers, or to what \
          is usual. Send the `ETag` of what you read as `If-Match`. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "It, as it is now.",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(
      responseCode = "400",
      description = "A limit is out of its range, or belongs to the other of queues and kinds.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
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
                      examples = {
                        @ExampleObject(name = "of a kind", value = LIMIT),
                        @ExampleObject(name = "of a queue", value = SHARE)
                      }))
          LimitWork limit) {
    return tagged(queues.limit(scope(), name, VersionTag.read(ifMatch), limit));
  }

  private ControlScope scope() {
    return scope.equals("queues") ? ControlScope.QUEUE : ControlScope.KIND;
  }

  private static Response tagged(QueueView queue) {
    return VersionTag.answer(queue, queue.version());
  }
}
