package org.stoa.insight.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.data.RowPage;
import org.stoa.insight.DashboardView;
import org.stoa.insight.Dashboards;
import org.stoa.insight.MarkRows;
import org.stoa.insight.WidgetData;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;

/** Dashboards, the numbers of their widgets, and the rows behind these. */
@Path("dashboards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
public class DashboardsResource {

  private static final String DASHBOARD =
      """
      {"id": "0199d3c6-5d2e-7000-8000-0f1e2d3c4b5a",
       "owner": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "name": "Safety overview",
       "description": "Who takes part, and which adverse events they have.",
       "template": "safety-overview",
       "widgets": [{"id": "serious-adverse-events", "type": "kpi",
                    "title": "Serious adverse events",
                    "description": "Rows in AE that are marked as serious.", "page": 1,
                    "position": 4, "width": 3, "datasets": ["AE"], "value": "events"}],
       "fields": [{"field": "seriousness", "dataset": "AE", "column": "AESER",
                   "reason": "AESER is the SDTM name of the seriousness."}],
       "createdAt": "2026-03-01T12:01:02Z", "mappedAt": "2026-03-01T12:01:02Z", "version": 0}
      """;
  private static final String BARS =
      """
      {"widget": "events-by-severity-and-arm",
       "columns": [{"name": "AESEV", "type": "TEXT"}, {"name": "DM.ARM", "type": "TEXT"},
                   {"name": "events", "type": "INTEGER"}, {"name": "subjects", "type": "INTEGER"}],
       "rows": [["MILD", "Placebo", 118, 61]], "datasetVersion": 1,
       "sources": [{"dataset": "AE", "datasetId": "0199d3c5-0b1c-7000-8000-6a7b8c9d0e1f",
                    "version": 1}],
       "marks": [{"id": "[\\"MILD\\",\\"Placebo\\"]",
                  "filter": "(AESEV = 'MILD') AND (\\"DM.ARM\\" = 'Placebo')"}]}
      """;
  private static final String MISSING =
      """
      {"widget": "serious-adverse-events", "columns": [], "rows": [], "datasetVersion": 0,
       "sources": [], "marks": [],
       "missing": "AE has no column for the seriousness. Looked for AESER, SERIOUS."}
      """;
  private static final String ROWS =
      """
      {"version": 1, "columns": [{"name": "USUBJID", "type": "TEXT"},
       {"name": "AESEV", "type": "TEXT"}], "rows": [["STOA-101-201-1002", "MILD"]]}
      """;

  @Inject private Dashboards dashboards;

  /** Reads one dashboard. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "findDashboard",
      summary = "Read one dashboard",
      description =
          "Its widgets, and which columns its template found for what it needs. Needs"
              + " `insight.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The dashboard.",
      content =
          @Content(
              schema = @Schema(implementation = DashboardView.class),
              examples = @ExampleObject(name = "safety overview", value = DASHBOARD)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dashboard.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public DashboardView find(@PathParam("id") UUID id) {
    return dashboards.find(id);
  }

  /** Computes the numbers of a widget. */
  @GET
  @Path("{id}/widgets/{widget}/data")
  @Operation(
      operationId = "widgetData",
      summary = "Compute the numbers of a widget",
      description =
          "From the versions that are active now; `sources` names them. `marks` has for each row"
              + " the filter of the rows that it was counted from. When it cannot be computed,"
              + " `missing` says why in a sentence. Needs `insight.read`, `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The numbers, or why there are none.",
      content =
          @Content(
              schema = @Schema(implementation = WidgetData.class),
              examples = {
                @ExampleObject(name = "bars", value = BARS),
                @ExampleObject(name = "missing", value = MISSING)
              }))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such dashboard, or the dashboard no such widget.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public WidgetData data(@PathParam("id") UUID id, @PathParam("widget") String widget) {
    return dashboards.data(id, widget);
  }

  /** Reads the rows behind a mark. */
  @GET
  @Path("{id}/widgets/{widget}/rows")
  @Operation(
      operationId = "widgetRows",
      summary = "Read the rows that a mark of a widget was counted from",
      description = "In the order of the file. Needs `insight.read`, `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(
              schema = @Schema(implementation = RowPage.class),
              examples = @ExampleObject(name = "one", value = ROWS)))
  @APIResponse(
      responseCode = "400",
      description = "`mark`, `limit` or `after` is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "There is no such dashboard or widget, or the widget has no numbers.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response rows(
      @PathParam("id") UUID id,
      @PathParam("widget") String widget,
      @Parameter(
              description = "the id of a mark; all rows behind the widget when left out",
              example = "[\"MILD\",\"Placebo\"]")
          @QueryParam("mark")
          String mark,
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    PageRequest page = PageRequest.of(limit, after);
    MarkRows wanted = new MarkRows(mark, page.limit(), page.after().orElse(null));
    RowPage rows = dashboards.rows(id, widget, wanted);
    Response.ResponseBuilder response = Response.ok(rows);
    rows.next().ifPresent(next -> response.header(HttpHeaders.LINK, PageLinks.link(uri, next)));
    return response.build();
  }
}
