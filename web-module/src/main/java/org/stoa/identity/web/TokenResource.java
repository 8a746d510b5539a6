package org.stoa.identity.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.identity.Credentials;
import org.stoa.identity.TokenPair;
import org.stoa.identity.Tokens;
import org.stoa.shared.web.ProblemJson;

/** Tokens for programs. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Signing in")
public class TokenResource {

  @Inject private Tokens tokens;

  /**
   * What a person shows.
   *
   * @param organisation name or id; the one joined first when left out
   */
  public record SignInRequest(String email, String password, String organisation) {}

  /** A refresh token. */
  public record RefreshRequest(String refreshToken) {}

  /** Signs in. */
  @POST
  @Path("token")
  @Operation(
      operationId = "issueToken",
      summary = "Sign in with e-mail address and password",
      description =
          "Starts a session and gives its tokens. After five failures the e-mail address is locked"
              + " for a minute, then longer with each further failure.")
  @APIResponse(
      responseCode = "200",
      description = "The tokens; `expiresIn` is in seconds.",
      content =
          @Content(
              schema = @Schema(implementation = TokenPair.class),
              examples =
                  @ExampleObject(
                      name = "tokens",
                      value =
                          "{\"accessToken\": \"eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.…\","
                              + " \"expiresIn\": 900, \"refreshToken\": \"Nq3…\"}")))
  @APIResponse(
      responseCode = "400",
      description = "A field is missing; `errors` names it.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(
      responseCode = "401",
      description = "The e-mail address or the password is wrong, or the person is shut out.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples =
                  @ExampleObject(
                      name = "wrong",
                      value =
                          "{\"type\": \"urn:stoa:problem:unauthenticated\","
                              + " \"title\": \"Not signed in\", \"status\": 401,"
                              + " \"detail\": \"The e-mail address or the password is wrong.\","
                              + " \"instance\": \"/api/v1/auth/token\"}")))
  @APIResponse(
      responseCode = "429",
      description = "Locked after repeated failures; `retryAfter` seconds are left.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public TokenPair token(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = SignInRequest.class),
                      examples =
                          @ExampleObject(
                              name = "administrator",
                              value =
                                  "{\"email\": \"admin@stoa.local\","
                                      + " \"password\": \"correct horse battery\"}")))
          SignInRequest shown) {
    return tokens.issue(
        new Credentials(
            shown.email(), shown.password(), Optional.ofNullable(shown.organisation())));
  }

  /** Gives the next pair. */
  @POST
  @Path("refresh")
  @Operation(
      operationId = "refreshToken",
      summary = "Get the next pair of tokens",
      description =
          "A refresh token works once. A second use ends the whole session, because then somebody"
              + " else has it too.")
  @APIResponse(
      responseCode = "200",
      description = "The next pair.",
      content = @Content(schema = @Schema(implementation = TokenPair.class)))
  @APIResponse(
      responseCode = "401",
      description = "The token is unknown, was used before, or its session has ended.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public TokenPair refresh(RefreshRequest shown) {
    return tokens.refresh(shown.refreshToken());
  }

  /** Ends the session. */
  @POST
  @Path("revoke")
  @Operation(
      operationId = "revokeToken",
      summary = "End a session",
      description =
          "Ends the session of the refresh token; its access tokens are refused within half a"
              + " minute. An unknown token changes nothing and answers the same.")
  @APIResponse(responseCode = "204", description = "The session has ended.")
  @APIResponse(
      responseCode = "400",
      description = "The body is not JSON or has no token.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  public Response revoke(RefreshRequest shown) {
    tokens.revoke(shown.refreshToken());
    return Response.noContent().build();
  }
}
