package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.WorkerView;
import org.stoa.work.Workers;

/** One server that works, for those who operate the installation. */
@Path("/work/workers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class WorkersResource {

  @Inject private Workers workers;

  /** Lets it begin nothing more. */
  @POST
  @Path("drain")
  @Operation(
      operationId = "drainWorker",
      summary = "Drain a server before it is shut down",
      description =
          """
          It begins nothing more, gives back what it has not begun, and ends what it runs. It \
          hears of it with its next heartbeat, within a few seconds; it is drained when `running` \
          is 0. A restart of the server works again. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "The server as it is now.",
      content = @Content(schema = @Schema(implementation = WorkerView.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "There is no such run of a server.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public WorkerView drain(@PathParam("id") UUID id) {
    return workers.drain(id);
  }

  /** Lets it begin jobs again. */
  @POST
  @Path("resume")
  @Operation(
      operationId = "resumeWorker",
      summary = "Let a drained server work again",
      description = "It hears of it with its next heartbeat. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "The server as it is now.",
      content = @Content(schema = @Schema(implementation = WorkerView.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "There is no such run of a server.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public WorkerView resume(@PathParam("id") UUID id) {
    return workers.undrain(id);
  }
}
