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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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
import org.stoa.data.CsvStyle;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.data.Exports;
import org.stoa.data.VersionExport;
import org.stoa.data.VersionView;
import org.stoa.shared.web.Attachment;
import org.stoa.shared.web.ProblemJson;

/** Whole versions of datasets, as files to take away. */
@Path("datasets/{id}")
@Tag(name = "Datasets")
public class ExportsResource {

  private static final String CSV = "text/csv";
  private static final String PARQUET = "application/vnd.apache.parquet";
  private static final String TWO_ROWS = "USUBJID,AETERM,AESTDY\nS-001,\"Cough, dry\",3\nS-001,,\n";

  @Inject private Datasets datasets;
  @Inject private Exports exports;
  @Context private Request request;

  /** Gives a version as CSV. */
  @GET
  @Path("versions/{number}/csv")
  @Produces(CSV)
  @Operation(
      operationId = "exportCsv",
      summary = "Take a whole version away as CSV",
      description =
          """
          UTF-8, fields separated by commas and records by CR LF (RFC 4180): the names of the \
          columns, then all rows in the order of the file. A missing value is an empty field, an \
          empty text is two quotes. Numbers have a point, dates and times are ISO 8601. It is sent \
          while it is read; a failure on the way breaks the connection off. Needs `data.read`, and \
          the trail tells who took it.

          Values are written exactly as they are, so that a program reads what was loaded. Give \
          `spreadsheet=true` for a file that people open in a spreadsheet: it begins with the mark \
          of UTF-8, and texts that a spreadsheet would run as formulas (those that begin with `=`, \
          `+`, `-`, `@`, a tab or a return, and are no numbers) get an apostrophe before them.""")
  @APIResponse(
      responseCode = "200",
      description = "The file; `Content-Disposition` has a name for it.",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "two rows", value = TWO_ROWS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response csv(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @Parameter(description = "whether it is for a spreadsheet; false when left out")
          @QueryParam("spreadsheet")
          @DefaultValue("false")
          boolean spreadsheet) {
    DatasetView dataset = datasets.find(id);
    CsvStyle style = spreadsheet ? CsvStyle.SPREADSHEET : CsvStyle.EXACT;
    VersionExport export = exports.csv(id, number, style);
    return file(export, CSV + ";charset=utf-8", name(dataset, number), "csv").build();
  }

  /** Gives a version as Parquet. */
  @GET
  @Path("versions/{number}/parquet")
  @Produces(PARQUET)
  @Operation(
      operationId = "exportParquet",
      summary = "Take a whole version away as Parquet",
      description =
          """
          The file that is kept, with the types of its columns. Its `ETag` is the SHA-256 of its \
          bytes, the `sha256` of the version; sent back as `If-None-Match` it answers 304. Needs \
          `data.read`, and the trail tells who took it.""")
  @APIResponse(
      responseCode = "200",
      description = "The file; `Content-Disposition` has a name for it.",
      headers = @Header(name = "ETag", description = "the SHA-256 of the file, in hexadecimal"),
      content =
          @Content(
              mediaType = PARQUET,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The caller has these bytes.")
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response parquet(@PathParam("id") UUID id, @PathParam("number") int number) {
    DatasetView dataset = datasets.find(id);
    VersionView version = datasets.version(id, number);
    EntityTag tag = new EntityTag(version.sha256());
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).build();
    }
    VersionExport export = exports.parquet(id, number);
    return file(export, PARQUET, name(dataset, number), "parquet").tag(tag).build();
  }

  private static Response.ResponseBuilder file(
      VersionExport export, String type, String name, String ending) {
    StreamingOutput body = export.content()::writeTo;
    Response.ResponseBuilder response =
        Response.ok(body, type)
            .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name, ending));
    export.bytes().ifPresent(n -> response.header(HttpHeaders.CONTENT_LENGTH, n));
    return response;
  }

  /** Such as {@code AE Adverse Events v2}. */
  private static String name(DatasetView dataset, int number) {
    return Stream.of(dataset.name(), dataset.label(), "v" + number)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
