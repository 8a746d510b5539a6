package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.stoa.shared.web.ProblemJson;
import org.stoa.shared.web.VersionTag;
import org.stoa.work.WeighOrganisation;
import org.stoa.work.WeightView;
import org.stoa.work.WorkWeights;

/** How much of the work organisations may have, for those who operate the installation. */
@Path("/work/weights")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues and kinds")
public class WeightsResource {

  private static final String EXAMPLE =
      """
      {"organisation": "0190b7a0-0000-7000-8000-000000000009", "weight": 3, "waiting": 12,
       "running": 2, "version": 1}
      """;

  @Inject private WorkWeights weights;

  /** All that are known. */
  @GET
  @Operation(
      operationId = "listWeights",
      summary = "List how much of the work organisations may have",
      description =
          """
          Every organisation that has jobs to do, or about which something was decided; the \
          others weigh 1. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "All of them, by id.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = WeightView.class),
              examples = @ExampleObject(name = "one organisation", value = "[" + EXAMPLE + "]")))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public List<WeightView> list() {
    return weights.list();
  }

  /** One of them. */
  @GET
  @Path("/{organisation}")
  @Operation(
      operationId = "findWeight",
      summary = "Read how much of the work an organisation may have",
      description = "`ETag` is the version of what was decided. Needs `platform.work`.")
  @APIResponse(
      responseCode = "200",
      description = "Its weight; 1 when nobody decided.",
      headers = @Header(name = "ETag", description = "the version, for If-Match"),
      content =
          @Content(
              schema = @Schema(implementation = WeightView.class),
              examples = @ExampleObject(name = "organisation", value = EXAMPLE)))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response find(@PathParam("organisation") UUID organisation) {
    return tagged(weights.find(organisation));
  }

  /** Decides about one. */
  @PUT
  @Path("/{organisation}")
  @Operation(
      operationId = "weighOrganisation",
      summary = "Say how much of the work an organisation may have",
      description =
          """
          1 to 1000: while both wait, an organisation with twice the weight of another gets twice \
          as many turns. Send the `ETag` of what you read as `If-Match`. Needs `platform.work`.""")
  @APIResponse(
      responseCode = "200",
      description = "The organisation as it is now.",
      content = @Content(schema = @Schema(implementation = WeightView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The weight is not from 1 to 1000.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "You may not operate the installation.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "412",
      description = "Somebody else was faster.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response weigh(
      @PathParam("organisation") UUID organisation,
      @Parameter(description = "the ETag of what was read", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WeighOrganisation.class),
                      examples = @ExampleObject(name = "three times", value = "{\"weight\": 3}")))
          WeighOrganisation decision) {
    return tagged(weights.weigh(organisation, VersionTag.read(ifMatch), decision));
  }

  private static Response tagged(WeightView weight) {
    return VersionTag.answer(weight, weight.version());
  }
}
