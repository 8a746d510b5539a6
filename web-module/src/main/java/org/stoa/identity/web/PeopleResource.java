package org.stoa.identity.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.stoa.identity.CreatePerson;
import org.stoa.identity.People;
import org.stoa.identity.PersonView;
import org.stoa.shared.IdempotentRequest;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.Once;
import org.stoa.shared.web.PageLinks;
import org.stoa.shared.web.ProblemJson;

/** The people of the organisation. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PeopleResource {

  @Inject private People people;
  @Inject private Once once;

  /** The wanted state of a person. */
  public record StateRequest(PersonView.State state) {}

  /** Adds a person. */
  @POST
  @Operation(
      operationId = "createPerson",
      summary = "Add a person to the organisation",
      description = "Needs `identity.people.create`. The password has at least 10 characters.")
  @APIResponse(
      responseCode = "201",
      description = "Added; `Location` is the address.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are wrong; `errors` names each.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples =
                  @ExampleObject(
                      name = "short",
                      value =
                          "{\"type\": \"urn:stoa:problem:invalid\","
                              + " \"title\": \"The input is not valid\", \"status\": 400,"
                              + " \"detail\": \"password: must have 10 to 200 characters\","
                              + " \"instance\": \"/api/v1/people\", \"errors\": [{\"field\":"
                              + " \"password\", \"message\": \"must have 10 to 200"
                              + " characters\"}]}")))
  @APIResponse(
      responseCode = "403",
      description = "The permission is missing.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "The e-mail address is taken.",
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
                      schema = @Schema(implementation = CreatePerson.class),
                      examples =
                          @ExampleObject(
                              name = "editor",
                              value =
                                  "{\"email\": \"ada@example.org\", \"name\": \"Ada Lovelace\","
                                      + " \"password\": \"correct horse battery\","
                                      + " \"role\": \"EDITOR\"}")))
          CreatePerson command) {
    return once.answer(
        key,
        "createPerson",
        command,
        () -> {
          PersonView created = people.create(command);
          return Response.created(URI.create(ApiApplication.PATH + "/people/" + created.id()))
              .entity(created)
              .build();
        });
  }

  /** Lists the people. */
  @GET
  @Operation(
      operationId = "listPeople",
      summary = "List the people of the organisation",
      description = "In the order in which they were added. Needs `identity.people.read`.")
  @APIResponse(
      responseCode = "200",
      description = "One page; `Link` leads to the next.",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PersonView.class)))
  @APIResponse(
      responseCode = "400",
      description = "`limit` or `after` is wrong.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response list(
      @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
      @Parameter(description = "from the Link of the page before") @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    return PageLinks.answer(people.list(PageRequest.of(limit, after)), uri);
  }

  /** Reads one person. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "findPerson",
      summary = "Read one person",
      description = "Needs `identity.people.read`.")
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such person.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public PersonView find(@PathParam("id") UUID id) {
    return people.find(id);
  }

  /** Shuts a person out, or lets the person in again. */
  @PUT
  @Path("{id}/state")
  @Operation(
      operationId = "changePersonState",
      summary = "Shut a person out of the organisation, or let the person in again",
      description =
          "Needs `identity.people.change`. Tokens and sessions of a person shut out are refused"
              + " within half a minute.")
  @APIResponse(
      responseCode = "200",
      description = "The person as it is now.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(
      responseCode = "404",
      description = "The organisation has no such person.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "409",
      description = "Nobody shuts out themselves.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public PersonView change(
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = StateRequest.class),
                      examples =
                          @ExampleObject(name = "shut out", value = "{\"state\": \"DISABLED\"}")))
          StateRequest wanted) {
    if (wanted.state() == null) {
      throw new InvalidProblem("state", "must be ACTIVE or DISABLED");
    }
    return people.change(id, wanted.state());
  }
}
