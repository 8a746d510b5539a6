package org.stoa.identity.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.identity.MeView;
import org.stoa.identity.People;
import org.stoa.shared.web.ProblemJson;

/** Who is signed in. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class MeResource {

  @Inject private People people;

  /** The person of the token or session. */
  @GET
  @Operation(
      operationId = "me",
      summary = "Read who is signed in",
      description = "The person, the organisation for which the person works, and what is allowed.")
  @APIResponse(
      responseCode = "200",
      description = "The person of the token.",
      content =
          @Content(
              schema = @Schema(implementation = MeView.class),
              examples =
                  @ExampleObject(
                      name = "administrator",
                      value =
                          "{\"id\": \"019d0c1e-7a52-7d09-8f5e-3f6f2f1a9c11\","
                              + " \"email\": \"admin@stoa.local\", \"name\": \"Administrator\","
                              + " \"organisation\": {\"id\": \"019d0c1e-7a4b-70c3-b0d5-"
                              + "1f2e3d4c5b6a\", \"name\": \"Stoa Demonstration\"},"
                              + " \"roles\": [\"ADMINISTRATOR\", \"PLATFORM\"],"
                              + " \"permissions\": [\"*\", \"platform.*\"]}")))
  @APIResponse(
      responseCode = "401",
      description = "Nobody is signed in, or the token is not valid any more.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public MeView me() {
    return people.me();
  }
}
