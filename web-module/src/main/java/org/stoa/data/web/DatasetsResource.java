package org.stoa.data.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
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
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.data.RowPage;
import org.stoa.data.RowRequest;
import org.stoa.data.VersionView;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;

/** Datasets: their versions, their rows, and answers from them. */
@Path("datasets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class DatasetsResource {

  private static final String DATASET =
      """
      {"id": "019d0c22-3f52-7a10-8c11-5a8c8f4d2e01", "owner": "019d0c20-0f31-7c55-a1b2-c3d4e5f60718",
        "name": "AE", "label": "Adverse Events", "activeVersion":
        {"id": "019d0c22-4a01-7b3c-9f0e-1d2c3b4a5968", "number": 2, "rows": 1194, "columns": 2,
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sourceSha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        "sourceLabel": "ae.csv", "loadedAt": "2026-03-01T12:00:00Z", "jobId": 17,
        "columnDetails": [
        {"name": "USUBJID", "label": "Unique Subject Identifier", "type": "TEXT", "profile":
        {"nulls": 0, "distinct": 288, "min": "S-001", "max": "S-300",
        "examples": ["S-001", "S-002"]}},
        {"name": "AESTDY", "type": "INTEGER", "profile":
        {"nulls": 4, "distinct": 140, "min": 1, "max": 181, "examples": [1, 2, 3]}}]}}
      """;

  private static final String VERSIONS =
      """
      [{"id": "019d0c22-4a01-7b3c-9f0e-1d2c3b4a5968", "number": 2, "rows": 1194, "columns": 2,
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sourceSha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        "sourceLabel": "ae.csv", "loadedAt": "2026-03-01T12:00:00Z", "jobId": 17}]
      """;

  private static final String ROWS =
      """
      {"version": 2, "columns": [
        {"name": "USUBJID", "label": "Unique Subject Identifier", "type": "TEXT"},
        {"name": "AESTDY", "type": "INTEGER"}],
        "rows": [["S-001", 3], ["S-001", null]], "next": "v2r1"}
      """;

  private static final String QUERY =
      """
      {"dimensions": ["AESEV"],
        "measures": [{"op": "count", "as": "n"},
        {"op": "distinct", "column": "USUBJID", "as": "subjects"}],
        "filter": "AESER = 'Y' AND AESEV IN ('MODERATE', 'SEVERE')",
        "sort": ["-n"], "limit": 10}
      """;

  private static final String RESULT =
      """
      {"columns": [{"name": "AESEV", "type": "TEXT"}, {"name": "n", "type": "INTEGER"},
        {"name": "subjects", "type": "INTEGER"}],
        "rows": [["MODERATE", 61, 48], ["SEVERE", 17, 16]], "version": 2, "truncated": false}
      """;

  private static final String BAD_FILTER =
      """
      {"type": "urn:stoa:problem:invalid-filter", "title": "The filter is not valid", "status": 400,
        "detail": "Line 1, column 1: There is no column AESEX. Did you mean AESEV?",
        "instance": "/api/v1/datasets/019d0c22-3f52-7a10-8c11-5a8c8f4d2e01/query",
        "field": "filter", "line": 1, "column": 1,
        "reason": "There is no column AESEX. Did you mean AESEV?"}
      """;

  private static final String BAD_QUERY =
      """
      {"type": "urn:stoa:problem:invalid", "title": "The input is not valid", "status": 400,
        "detail": "measures[0].op: There is no operation cuont. Did you mean count?",
        "instance": "/api/v1/datasets/019d0c22-3f52-7a10-8c11-5a8c8f4d2e01/query",
        "errors": [{"field": "measures[0].op",
        "message": "There is no operation cuont. Did you mean count?"}]}
      """;

  @Inject private Datasets datasets;

  /** Reads a dataset. */
  @GET
  @Operation(
      operationId = "findDataset",
      summary = "Read a dataset with the columns of its active version",
      description = "Needs `data.read`. `activeVersion` is missing as long as nothing was loaded.")
  @APIResponse(
      responseCode = "200",
      description = "The dataset.",
      content =
          @Content(
              schema = @Schema(implementation = DatasetView.class),
              examples = @ExampleObject(name = "adverse events", value = DATASET)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public DatasetView find(@PathParam("id") UUID id) {
    return datasets.find(id);
  }

  /** Lists the versions of a dataset. */
  @GET
  @Path("versions")
  @Operation(
      operationId = "listVersions",
      summary = "List the versions of a dataset",
      description = "The newest first, without the details of their columns. Needs `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The versions.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = VersionView.class),
              examples = @ExampleObject(name = "two loads", value = VERSIONS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<VersionView> versions(@PathParam("id") UUID id) {
    return datasets.versions(id).stream().map(VersionView::summary).toList();
  }

  /** Reads a version. */
  @GET
  @Path("versions/{number}")
  @Operation(
      operationId = "findVersion",
      summary = "Read a version with the profile of each column",
      description =
          "Exact counts of missing and of different values, the smallest and the largest, and a"
              + " few examples. Texts are cut after 200 characters. Needs `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The version.",
      content = @Content(schema = @Schema(implementation = VersionView.class)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public VersionView version(@PathParam("id") UUID id, @PathParam("number") int number) {
    return datasets.version(id, number);
  }

  /** Reads rows. */
  @GET
  @Path("rows")
  @Operation(
      operationId = "listRows",
      summary = "Read rows page by page",
      description =
          """
          In the order of the file, or sorted by a column. All pages that `Link` leads to are of \
          the same version, also when a new one becomes active in between. Needs `data.read`.

          Values: text; whole numbers, as text beyond 2^53; fractions; `true` and `false`; dates, \
          times and both in ISO 8601; `null` when missing.""")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      headers = @Header(name = "Link", description = "the next page, `rel=\"next\"`"),
      content =
          @Content(
              schema = @Schema(implementation = RowPage.class),
              examples = @ExampleObject(name = "two rows", value = ROWS)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; a filter with its line and column.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "filter", value = BAD_FILTER)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response rows(
      @PathParam("id") UUID id,
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Parameter(description = "the number of a version; the active one when left out")
          @QueryParam("version")
          Integer version,
      @Parameter(
              description = "which rows, as in a query",
              example = "AESER = 'Y' AND AESTDY BETWEEN 1 AND 7")
          @QueryParam("filter")
          String filter,
      @Parameter(description = "a column, with - before it for descending", example = "AESTDY")
          @QueryParam("sort")
          String sort,
      @Context UriInfo uri) {
    PageRequest page = PageRequest.of(limit, after);
    RowRequest request =
        new RowRequest(version, filter, sort, page.limit(), page.after().orElse(null));
    RowPage rows = datasets.rows(id, request);
    Response.ResponseBuilder response = Response.ok(rows);
    rows.next().ifPresent(n -> response.header(HttpHeaders.LINK, PageLinks.link(uri, n)));
    return response.build();
  }

  /** Asks a question. */
  @POST
  @Path("query")
  @Operation(
      operationId = "queryDataset",
      summary = "Ask a question",
      description =
          """
          Groups rows by `dimensions` and computes `measures` of each group: `count` (without \
          `column` all rows), `distinct`, `sum`, `avg`, `min`, `max`, `median`, `stddev` (of the \
          sample). Needs `data.read`.

          `filter` is SQL-like: `=`, `<>`, `<`, `<=`, `>`, `>=`, `IN`, `LIKE`, `BETWEEN`, \
          `IS NULL`, `AND`, `OR`, `NOT`, parentheses, and `UPPER`, `LOWER`, `TRIM`, `LENGTH` of \
          text. Names that are no plain words stand in double quotes, texts in single ones.

          `sort` names dimensions and measures, with `-` before for descending; missing values \
          come last. `limit` is 1 to 10,000, 1,000 when left out; `truncated` tells whether there \
          are more groups.""")
  @APIResponse(
      responseCode = "200",
      description = "The answer; values as in rows.",
      content =
          @Content(
              schema = @Schema(implementation = QueryResult.class),
              examples = @ExampleObject(name = "by severity", value = RESULT)))
  @APIResponse(
      responseCode = "400",
      description = "The question is wrong: each fault with its path and the nearest known name.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = {
                @ExampleObject(name = "operation", value = BAD_QUERY),
                @ExampleObject(name = "filter", value = BAD_FILTER)
              }))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dataset, or the dataset no such version.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "The answer would take too much time or memory.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public QueryResult query(
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = Query.class),
                      examples = @ExampleObject(name = "by severity", value = QUERY)))
          Query query) {
    return datasets.query(id, query);
  }
}
