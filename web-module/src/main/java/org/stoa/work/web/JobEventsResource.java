package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.work.JobEvents;
import org.stoa.work.JobEventsView;
import org.stoa.work.TellJobEvents;

/** Whether other systems are told how the organisation's jobs end. */
@Path("/job-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobEventsResource {

  private static final String TOLD =
      "{\"told\": true, \"since\": \"2026-03-01T12:00:00Z\", \"by\": \"ada@example.org\"}";

  @Inject private JobEvents events;

  /** How it is. */
  @GET
  @Operation(
      operationId = "showJobEvents",
      summary = "Show whether ends of jobs are told",
      description = "On the JMS topic `stoa.events`. Needs `work.events.read`.")
  @APIResponse(
      responseCode = "200",
      description = "Whether they are, since when, and who asked for it.",
      content =
          @Content(
              schema = @Schema(implementation = JobEventsView.class),
              examples = @ExampleObject(name = "told", value = TOLD)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.events.read is missing.")
  public JobEventsView show() {
    return events.listening();
  }

  /** Asks for it, or no more. */
  @PUT
  @Operation(
      operationId = "tellJobEvents",
      summary = "Have ends of jobs told, or no more",
      description =
          """
          From now on each end of a job of the organisation is told at least once on the JMS topic \
          `stoa.events`: everybody who may read the broker's topics can hear it. Asking twice \
          changes nothing. Needs `work.events.write`.""")
  @APIResponse(
      responseCode = "200",
      description = "How it is then.",
      content =
          @Content(
              schema = @Schema(implementation = JobEventsView.class),
              examples = @ExampleObject(name = "told", value = TOLD)))
  @APIResponse(responseCode = "400", description = "It does not say which.")
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.events.write is missing.")
  public JobEventsView tell(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = TellJobEvents.class),
                      examples = @ExampleObject(name = "told", value = "{\"told\": true}")))
          TellJobEvents command) {
    return events.listen(command);
  }
}
