package org.stoa.identity.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.identity.CreateOrganisation;
import org.stoa.identity.OrganisationView;
import org.stoa.identity.Organisations;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;

/** The organisations of this installation. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class OrganisationsResource {

  @Inject private Organisations organisations;
  @Inject private Once once;

  /** Adds an organisation. */
  @POST
  @Operation(
      operationId = "createOrganisation",
      summary = "Add an organisation with its first administrator",
      description = "Needs `platform.organisations.create`, which only the role PLATFORM has.")
  @APIResponse(
      responseCode = "201",
      description = "Added; `Location` is the address.",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are wrong; `errors` names each.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "The name or the e-mail address is taken; `field` says which.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "The key was used for another request.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response create(
      @Parameter(description = Once.DESCRIPTION) @HeaderParam(IdempotentRequest.HEADER) String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = CreateOrganisation.class),
                      examples =
                          @ExampleObject(
                              name = "second organisation",
                              value =
                                  "{\"name\": \"Example Pharma\","
                                      + " \"adminEmail\": \"ada@example.org\","
                                      + " \"adminPassword\": \"correct horse battery\"}")))
          CreateOrganisation command) {
    return once.answer(
        key,
        "createOrganisation",
        command,
        () -> {
          OrganisationView created = organisations.create(command);
          URI address = URI.create(ApiApplication.PATH + "/organisations/" + created.id());
          return Response.created(address).entity(created).build();
        });
  }

  /** Lists all organisations. */
  @GET
  @Operation(
      operationId = "listOrganisations",
      summary = "List the organisations of the installation",
      description = "In the order in which they were added. Needs `platform.organisations.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = OrganisationView.class)))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    return PageLinks.answer(organisations.list(PageRequest.of(limit, after)), uri);
  }

  /** Reads one organisation. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "findOrganisation",
      summary = "Read one organisation",
      description = "The own one, or any with `platform.organisations.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The organisation.",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is another's.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public OrganisationView find(@PathParam("id") UUID id) {
    return organisations.find(id);
  }
}
