package org.stoa.study.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.data.ReadOptions;
import org.stoa.files.FileView;
import org.stoa.files.IncomingFiles;
import org.stoa.files.IncomingForm;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.JsonBody;
import org.stoa.shared.web.ProblemJson;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;
import org.stoa.work.JobId;

/** The way in for the files of a study. */
@Path("studies/{id}/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyUploadsResource {

  private static final String ACCEPTED =
      """
      {"jobId": 17, "location": "/api/v1/jobs/17",
       "files": [{"id": "0199d3c4-11aa-7000-8000-3f5a1c2b4d6e", "label": "ae.csv",
                  "bytes": 141862, "mediaType": "text/csv",
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}
      """;

  @Inject private Studies studies;
  @Inject private IncomingFiles incoming;

  /**
   * What was accepted.
   *
   * @param jobId the job that loads the files
   * @param location where the job is found
   * @param files the stored files
   */
  public record UploadAccepted(long jobId, String location, List<FileView> files) {}

  /** Takes files. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "uploadFiles",
      summary = "Upload files into the datasets of a study",
      description =
          """
          A form (`multipart/form-data`) with one or more files in the field `file`: CSV, Excel, JSON, Dataset-JSON, Parquet, SAS \
          XPORT (version 5 or 8), SAS7BDAT, or ZIP of these. A job loads them, all of them or none; each \
          becomes a new version of the dataset of its name. Follow the job at `Location`. Needs \
          `study.upload`.

          How the files are written is detected. The field `options` corrects that with a JSON \
          object of `delimiter`, `quote` (empty for none), `encoding` (such as `windows-1252`), \
          `header` (`true` or `false`), `sheet`, `types` (an object of column and type: `TEXT`, \
          `INTEGER`, `DECIMAL`, `BOOLEAN`, `DATE`, `DATETIME`, `TIME`) and `misfits`, which says \
          what becomes of values that are none of such a type: `REFUSE`, `MISSING` or `TEXT`.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "file",
                            type = SchemaType.ARRAY,
                            implementation = byte[].class,
                            description = "one or more files"),
                        @SchemaProperty(
                            name = "options",
                            type = SchemaType.STRING,
                            description = "what corrects the detection, as JSON")
                      })))
  @APIResponse(
      responseCode = "202",
      description = "Stored; the job at `Location` loads them.",
      headers = @Header(name = "Location", description = "the address of the job"),
      content =
          @Content(
              schema = @Schema(implementation = UploadAccepted.class),
              examples = @ExampleObject(name = "accepted", value = ACCEPTED)))
  @APIResponse(
      responseCode = "400",
      description = "A file is empty, missing or in another field, or the form ends early.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study; no byte was read.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "not found", value = StudyExamples.NOT_FOUND)))
  @APIResponse(
      responseCode = "413",
      description = "A file is larger than allowed.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response upload(@PathParam("id") UUID id) {
    StudyView study = studies.receiving(id);
    IncomingForm form = incoming.store();
    List<FileView> files = form.files();
    String options = form.fields().get("options");
    JobId job =
        studies.upload(
            study.id(),
            files.stream().map(FileView::id).toList(),
            options == null ? ReadOptions.DETECT : JsonBody.of(options, ReadOptions.class));
    URI location = URI.create(ApiApplication.PATH + "/jobs/" + job);
    return Response.accepted(new UploadAccepted(job.value(), location.toString(), files))
        .location(location)
        .build();
  }
}
