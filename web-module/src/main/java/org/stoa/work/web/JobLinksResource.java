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
import org.stoa.work.JobDependencies;
import org.stoa.work.JobLinks;

/** Which jobs a job waits for, and which wait for it. */
@Path("/jobs/{id}/dependencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobLinksResource {

  private static final String EXAMPLE =
      """
      {"before": [{"id": 15, "kind": "data.load", "state": "SUCCEEDED"}],
       "after": [{"id": 18, "kind": "insight.map", "state": "QUEUED"}]}
      """;

  @Inject private JobDependencies dependencies;

  /** Both ends. */
  @GET
  @Operation(
      operationId = "listJobDependencies",
      summary = "List the jobs before and after a job",
      description =
          "Those that had or have to end before it begins, and those that wait or waited for it, "
              + "100 of each at most. Of a job whose history is gone only the id is told. Needs "
              + "`work.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The jobs before it and after it, by id.",
      content =
          @Content(
              schema = @Schema(implementation = JobLinks.class),
              examples = @ExampleObject(name = "in a chain", value = EXAMPLE)))
  @APIResponse(
      responseCode = "403",
      description = "The permission work.read is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such job.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public JobLinks dependencies(@PathParam("id") String id) {
    try {
      return dependencies.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw new NotFoundProblem("job", id);
    }
  }
}
