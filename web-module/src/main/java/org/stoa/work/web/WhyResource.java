package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.Why;
import org.stoa.work.WhyView;

/** Why a job waits. */
@Path("/jobs/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class WhyResource {

  private static final String EXAMPLE =
      """
      {"reason": "WAITS_FOR_JOBS", "sentence": "It waits for job 17.", "link": "/jobs/17"}
      """;

  @Inject private Why why;

  /** The first thing that keeps it. */
  @GET
  @Operation(
      operationId = "whyDoesJobWait",
      summary = "Say why a job waits",
      description =
          "In one sentence, with a code for programs and the address of what it waits for. Needs "
              + "`work.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The first thing that keeps it; or that it runs, or has ended.",
      content =
          @Content(
              schema = @Schema(implementation = WhyView.class),
              examples = @ExampleObject(name = "waits", value = EXAMPLE)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such job.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public WhyView why(@PathParam("id") String id) {
    try {
      return why.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw new NotFoundProblem("job", id);
    }
  }
}
