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
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.shared.web.ProblemJson;
import org.stoa.study.Studies;
import org.stoa.study.StudyView;

/** The datasets of a study. */
@Path("studies/{id}/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyDatasetsResource {

  private static final String DATASETS =
      """
      [{"id": "0199d3c5-0b1c-7000-8000-6a7b8c9d0e1f", "owner":
        "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "name": "AE", "label": "Adverse Events",
        "activeVersion": {"number": 1, "rows": 718, "columns": 20, "sha256": "2c26b46b…",
                          "sourceLabel": "ae.csv", "loadedAt": "2026-03-01T12:01:00Z"}}]
      """;

  @Inject private Studies studies;
  @Inject private Datasets datasets;

  /** Lists the datasets of a study. */
  @GET
  @Operation(
      operationId = "listStudyDatasets",
      summary = "List the datasets of a study",
      description = "By name, each with its active version. Needs `study.read`, `data.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The datasets.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = DatasetView.class),
              examples = @ExampleObject(name = "one", value = DATASETS)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such study.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<DatasetView> list(@PathParam("id") UUID id) {
    StudyView study = studies.find(id);
    return datasets.list(study.id()).stream().map(DatasetView::summary).toList();
  }
}
