package org.stoa.study.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.insight.DashboardView;
import org.stoa.insight.Dashboards;
import org.stoa.shared.web.ProblemJson;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;

/** The dashboards of a study. */
@Path("studies/{id}/dashboards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyDashboardsResource {

  private static final String DASHBOARDS =
      """
      [{"id": "0199d3c6-5d2e-7000-8000-0f1e2d3c4b5a", "name": "Safety overview",
        "template": "safety-overview", "widgets": [{"id": "adverse-events", "type": "kpi",
        "title": "Adverse events", "page": 1, "position": 3, "width": 3, "datasets": ["AE"]}]}]
      """;

  @Inject private Studies studies;
  @Inject private Dashboards dashboards;

  /** Lists the dashboards of a study. */
  @GET
  @Operation(
      operationId = "listStudyDashboards",
      summary = "List the dashboards of a study",
      description =
          "The oldest first. The safety overview appears a moment after the first version of DM"
              + " or AE. Needs `study.read`, `insight.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The dashboards.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = DashboardView.class),
              examples = @ExampleObject(name = "one", value = DASHBOARDS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<DashboardView> list(@PathParam("id") UUID id) {
    StudyView study = studies.find(id);
    return dashboards.list(study.id());
  }
}
