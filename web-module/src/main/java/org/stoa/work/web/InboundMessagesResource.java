package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
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
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageLinks;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundMessages;
import org.stoa.work.InboundQuery;
import org.stoa.work.InboundState;
import org.stoa.work.PutBackMessage;

/** The messages that other systems sent for the organisation. */
@Path("/inbound-messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inbound messages")
public class InboundMessagesResource {

  private static final String EXAMPLE =
      """
      {"id": "0190b7a0-0000-7000-8000-000000000001", "messageId": "ID:3-127.0.0.1(d8)-40112-1",
       "state": "REFUSED", "nobodys": false,
       "organisation": "0190b7a0-0000-7000-8000-000000000009", "kind": "work.echo",
       "key": "order-7", "sender": "press@example.org", "token": "…x3Fk",
       "reason": "payload.text must be a text.",
       "content": "{\\"kind\\":\\"work.echo\\",\\"payload\\":{\\"text\\":7}}",
       "complete": true, "receivedAt": "2026-03-01T12:00:00Z"}
      """;

  private static final String CHANGED = "{\"payload\": {\"text\": \"seven\"}}";

  @Inject private InboundMessages messages;

  /** The newest messages that fit. */
  @GET
  @Operation(
      operationId = "listInboundMessages",
      summary = "List messages of other systems",
      description =
          """
          What came on the queue `stoa.inbound` for the organisation, newest first, without its \
          content. Who has `platform.inbound.read` sees the messages of no known organisation too.""")
  @APIResponse(
      responseCode = "200",
      description = "One page; the Link header leads to the next.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = InboundMessageView.class),
              examples = @ExampleObject(name = "one refused", value = "[" + EXAMPLE + "]")))
  @APIResponse(responseCode = "400", description = "The state, limit or cursor is not valid.")
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.inbound.read is missing.")
  public Response list(
      @Parameter(
              description = "Only messages in this state.",
              schema = @Schema(implementation = InboundState.class))
          @QueryParam("state")
          String state,
      @Parameter(
              description = "At most so many.",
              schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
          @QueryParam("limit")
          Integer limit,
      @Parameter(description = "The cursor from the Link header of the page before.")
          @QueryParam("after")
          String after,
      @Context UriInfo uri) {
    InboundQuery query = new InboundQuery(stateNamed(state));
    return PageLinks.answer(messages.list(query, PageRequest.of(limit, after)), uri);
  }

  /** One message. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "showInboundMessage",
      summary = "Show a message of another system",
      description =
          """
          `state` is ACCEPTED, REFUSED, PUT_BACK or DISCARDED. `reason` says why it was refused; \
          `content` is what a refused message said, without its token, which is not kept.""")
  @APIResponse(
      responseCode = "200",
      description = "The message as it is now.",
      content =
          @Content(
              schema = @Schema(implementation = InboundMessageView.class),
              examples = @ExampleObject(name = "refused", value = EXAMPLE)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.inbound.read is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such message.")
  public InboundMessageView find(@PathParam("id") String id) {
    return messages.find(id(id));
  }

  /** Makes a job of a refused message. */
  @POST
  @Path("{id}/put-back")
  @Operation(
      operationId = "putBackInboundMessage",
      summary = "Put a refused message back",
      description =
          """
          It becomes a job in the name of the caller and with the caller's rights; `kind` and \
          `payload` take the place of what came where they are given. Needs `work.inbound.write` \
          and what the kind itself needs.""")
  @APIResponse(
      responseCode = "200",
      description = "The message, with its `job`.",
      content = @Content(schema = @Schema(implementation = InboundMessageView.class)))
  @APIResponse(responseCode = "400", description = "It still does not fit: each fault, by member.")
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "A permission is missing; it is named.")
  @APIResponse(responseCode = "404", description = "The organisation has no such message.")
  @APIResponse(
      responseCode = "409",
      description = "It is not refused, names another organisation, or its key is a job already.")
  public InboundMessageView putBack(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = PutBackMessage.class),
                      examples = {
                        @ExampleObject(name = "as it came", value = "{}"),
                        @ExampleObject(name = "with another payload", value = CHANGED)
                      }))
          PutBackMessage changes) {
    return messages.putBack(
        id(id), Optional.ofNullable(changes).orElseGet(PutBackMessage::unchanged));
  }

  /** Decides that nothing comes of a refused message. */
  @POST
  @Path("{id}/discard")
  @Operation(
      operationId = "discardInboundMessage",
      summary = "Discard a refused message",
      description = "No job comes of it. It stays on the list. Needs `work.inbound.write`.")
  @APIResponse(
      responseCode = "200",
      description = "The message as it is now.",
      content = @Content(schema = @Schema(implementation = InboundMessageView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.inbound.write is missing.")
  @APIResponse(responseCode = "404", description = "The organisation has no such message.")
  @APIResponse(responseCode = "409", description = "It is not refused.")
  public InboundMessageView discard(@PathParam("id") String id) {
    return messages.discard(id(id));
  }

  /** What is not a UUID is the id of no message. */
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundProblem("message", text);
    }
  }

  private static Optional<InboundState> stateNamed(String name) {
    return Optional.ofNullable(name)
        .filter(some -> !some.isBlank())
        .map(InboundMessagesResource::state);
  }

  private static InboundState state(String name) {
    return Arrays.stream(InboundState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidProblem(
                    "state", "must be one of " + Arrays.toString(InboundState.values())));
  }
}
