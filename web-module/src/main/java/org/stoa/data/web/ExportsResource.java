package org.stoa.data.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.data.ExportFormat;
import org.stoa.data.Exports;
import org.stoa.data.Loss;
import org.stoa.data.LossyExportProblem;
import org.stoa.data.VersionExport;
import org.stoa.data.VersionView;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.web.Attachment;
import org.stoa.shared.web.ProblemJson;

/** Whole versions of datasets, as files to take away. */
@Path("datasets/{id}/versions/{number}/files/{format}")
@Tag(name = "Datasets")
public class ExportsResource {

  private static final String TWO_ROWS = "USUBJID,AETERM,AESTDY\nS-001,\"Cough, dry\",3\nS-001,,\n";

  private static final String LOSSES =
      """
      [
        {"column": "AETERM", "kind": "LENGTH", "values": 2,
         "detail": "A text of 240 bytes is cut after 200."}
      ]""";

  @Inject private Datasets datasets;
  @Inject private Exports exports;
  @Context private Request request;

  /** Gives a version as a file. */
  @GET
  @Operation(
      operationId = "exportVersion",
      summary = "Take a whole version away as a file",
      description =
          """
          All rows in the order of the source. The file is sent while it is written; a failure on \
          the way breaks the connection off. The same version gives the same bytes each time, and \
          the `ETag` names them: sent back as `If-None-Match` it answers 304. Needs `data.read`, \
          and the trail tells who took it.

          - `csv`: UTF-8, fields separated by commas and records by CR LF (RFC 4180). A missing \
          value is an empty field, an empty text is two quotes. Numbers have a point, dates and \
          times are ISO 8601. Values are exactly as they are, so that a program reads what was \
          loaded.
          - `spreadsheet-csv`: the same for people who open it in a spreadsheet. It begins with the \
          mark of UTF-8, and texts that a spreadsheet would run as formulas (those that begin with \
          `=`, `+`, `-`, `@`, a tab or a return, and are no numbers) get an apostrophe before them.
          - `parquet`: the file that is kept; its `ETag` is the `sha256` of the version.
          - `xlsx`: an Excel workbook. Dates and numbers are those of Excel, and a text is never a \
          formula. Rows beyond the 1,048,575th go on in further sheets.
          - `xpt`: SAS XPORT version 5. What it cannot keep is shortened or becomes missing, as the \
          losses tell.
          - `dataset-json`, `dataset-ndjson`, `dsjc`: CDISC Dataset-JSON 1.1 as one object, by lines, \
          and by lines compressed. Values are exactly as they are; infinite numbers and the reasons \
          why numbers are missing are not kept.

          With `lossless=true` the answer is 409 when the format does not keep everything.""")
  @APIResponse(
      responseCode = "200",
      description = "The file; `Content-Disposition` has a name for it.",
      headers = @Header(name = "ETag", description = "names the bytes"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "two rows of CSV", value = TWO_ROWS)))
  @APIResponse(responseCode = "304", description = "The caller has these bytes.")
  @APIResponse(
      responseCode = "400",
      description = "There is no such format.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "Something would be lost; the member `losses` tells what.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @PathParam("format") String word,
      @Parameter(description = "whether a file that loses something is refused; false if left out")
          @QueryParam("lossless")
          @DefaultValue("false")
          boolean lossless) {
    ExportFormat format = format(word);
    DatasetView dataset = datasets.find(id);
    VersionView version = datasets.version(id, number);
    EntityTag tag = tag(version, format);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).build();
    }
    if (lossless) {
      requireLossless(id, number, format);
    }
    VersionExport export = exports.file(id, number, format);
    StreamingOutput body = export.content()::writeTo;
    Response.ResponseBuilder response =
        Response.ok(body, format.mediaType())
            .tag(tag)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                Attachment.named(name(dataset, number), format.ending()));
    export.bytes().ifPresent(n -> response.header(HttpHeaders.CONTENT_LENGTH, n));
    return response.build();
  }

  /** Tells what a file would not keep. */
  @GET
  @Path("losses")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listExportLosses",
      summary = "See what a format does not keep of a version",
      description =
          """
          For each column and kind of loss how many values it is about, and the first of them in \
          a sentence; without `column` it is about the table. An empty list means that a file of \
          this format gives everything back. All rows are read for it once, and the answer is kept \
          with the version. Needs `data.read`.""")
  @APIResponse(
      responseCode = "200",
      description = "The losses.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = Loss.class),
              examples = @ExampleObject(name = "long texts", value = LOSSES)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<Loss> losses(
      @PathParam("id") UUID id, @PathParam("number") int number, @PathParam("format") String word) {
    return exports.losses(id, number, format(word));
  }

  private void requireLossless(UUID id, int number, ExportFormat format) {
    List<Loss> losses = exports.losses(id, number, format);
    if (!losses.isEmpty()) {
      throw new LossyExportProblem(format, losses);
    }
  }

  private static ExportFormat format(String word) {
    return ExportFormat.of(word)
        .orElseThrow(
            () ->
                new InvalidProblem(
                    "format",
                    Arrays.stream(ExportFormat.values())
                        .map(ExportFormat::word)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  private static EntityTag tag(VersionView version, ExportFormat format) {
    String of = format == ExportFormat.PARQUET ? "" : "-" + format.word();
    return new EntityTag(version.sha256() + of);
  }

  /** Such as {@code AE Adverse Events v2}. */
  private static String name(DatasetView dataset, int number) {
    return Stream.of(dataset.name(), dataset.label(), "v" + number)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
