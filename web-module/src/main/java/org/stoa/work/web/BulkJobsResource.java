package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.BulkActs;
import org.stoa.work.BulkJobs;
import org.stoa.work.BulkResult;

/** What is done with all jobs that fit. */
@Path("/jobs/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class BulkJobsResource {

  private static final String WHICH =
      """
      {"state": "FAILED", "kind": "data.load", "error": "ae.csv"}
      """;

  private static final String RESULT =
      """
      {"done": 498, "refused": 2, "next": 4711}
      """;

  @Inject private BulkActs acts;

  /** Cancels jobs. */
  @POST
  @Path("cancel")
  @Operation(
      operationId = "cancelJobs",
      summary = "Cancel all jobs that fit",
      description =
          """
          As cancelling each of them, the newest first, 500 at most. `state` is QUEUED or \
          RUNNING. When there are more, the answer has `next`: send it as `after` to go on. \
          Needs `work.cancel`.""")
  @APIResponse(
      responseCode = "200",
      description = "With how many it was done.",
      content =
          @Content(
              schema = @Schema(implementation = BulkResult.class),
              examples = @ExampleObject(name = "there are more", value = RESULT)))
  @APIResponse(
      responseCode = "400",
      description = "The state is missing, or jobs in it cannot be cancelled.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.cancel is missing.")
  public BulkResult cancel(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = BulkJobs.class),
                      examples =
                          @ExampleObject(
                              name = "loads that wait",
                              value = "{\"state\": \"QUEUED\", \"kind\": \"data.load\"}")))
          BulkJobs which) {
    return acts.cancel(which);
  }

  /** Does jobs again. */
  @POST
  @Path("repeat")
  @Operation(
      operationId = "repeatJobs",
      summary = "Do all jobs again that fit",
      description =
          """
          As repeating each of them, the newest first, 500 at most. `state` is FAILED or \
          CANCELLED. When there are more, the answer has `next`: send it as `after` to go on. A \
          request that is sent again does them once more. Needs `work.repeat`.""")
  @APIResponse(
      responseCode = "200",
      description = "With how many it was done.",
      content =
          @Content(
              schema = @Schema(implementation = BulkResult.class),
              examples = @ExampleObject(name = "there are more", value = RESULT)))
  @APIResponse(
      responseCode = "400",
      description = "The state is missing, or jobs in it cannot be done again.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.repeat is missing.")
  public BulkResult repeat(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = BulkJobs.class),
                      examples = @ExampleObject(name = "failed loads of a file", value = WHICH)))
          BulkJobs which) {
    return acts.repeat(which);
  }
}
