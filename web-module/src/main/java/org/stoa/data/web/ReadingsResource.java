package org.stoa.data.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.data.Loads;
import org.stoa.data.ReadOptions;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.JobId;

/** Files of versions, read again in another way. */
@Path("datasets/{id}/versions/{number}/readings")
@Tag(name = "Datasets")
public class ReadingsResource {

  private static final String TYPES =
      """
      {"delimiter": ";", "encoding": "windows-1252",
       "types": {"LBSTRESN": "DECIMAL"}, "misfits": "MISSING"}""";

  @Inject private Loads loads;

  /**
   * What was accepted.
   *
   * @param jobId the job that reads the file
   * @param location where the job is found
   */
  public record ReadingAccepted(long jobId, String location) {}

  /** Reads a file again. */
  @POST
  @Operation(
      operationId = "readAgain",
      summary = "Read the file of a version again, in another way",
      description =
          """
          A job reads the very bytes that the version was made of, with what you correct of the \
          detection; what you leave out is detected. The table becomes the next version of the \
          dataset, and tells how it was read. Other tables of the same file stay as they are. Needs \
          `data.load`.""")
  @APIResponse(
      responseCode = "202",
      description = "The job at `Location` reads the file.",
      headers = @Header(name = "Location", description = "the address of the job"),
      content = @Content(schema = @Schema(implementation = ReadingAccepted.class)))
  @APIResponse(
      responseCode = "400",
      description = "No file can be read like that; each fault with its path.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, version or file any more.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response readAgain(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ReadOptions.class),
                      examples = @ExampleObject(name = "types", value = TYPES)))
          ReadOptions options) {
    JobId job = loads.again(id, number, options);
    URI location = URI.create(ApiApplication.PATH + "/jobs/" + job);
    return Response.accepted(new ReadingAccepted(job.value(), location.toString()))
        .location(location)
        .build();
  }
}
