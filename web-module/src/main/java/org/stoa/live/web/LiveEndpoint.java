package org.stoa.live.web;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.Problem;

/**
 * Live topics for browsers and programs: {@code /ws/live}.
 *
 * <p>A client sends <code>{"subscribe": "job:17", "cursor": "…" or null}</code> or <code>
 * {"unsubscribe": "job:17"}</code>. It gets <code>{"topic", "cursor"}</code> when listening begins,
 * <code>{"topic", "cursor", "event"}</code> for each event, <code>{"topic", "cursor", "reload":
 * true}</code> when events were lost, and <code>{"topic", "problem"}</code> when it may not listen.
 */
@ServerEndpoint("/ws/live")
public class LiveEndpoint {

  private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());
  private static final int LONGEST_MESSAGE = 2_048;
  private static final String CLIENT = LiveClient.class.getName();

  @Inject private LiveTopics topics;
  @Inject private Clock clock;

  /** Lets in whom the filters of every request know; they also look where a browser comes from. */
  @OnOpen
  public void open(Session session) throws IOException {
    if (session.getUserPrincipal() instanceof Actor actor) {
      session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
      session.getUserProperties().put(CLIENT, new LiveClient(session, actor, topics, clock));
    } else {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "Sign in first."));
    }
  }

  /** Does what the client asks. */
  @OnMessage(maxMessageSize = LONGEST_MESSAGE)
  public void message(Session session, String text) throws IOException {
    if (!(session.getUserProperties().get(CLIENT) instanceof LiveClient client)) {
      return;
    }
    try {
      LiveRequest request = LiveRequest.read(text);
      CallContext.runAs(client.actor(), () -> request.of(client));
    } catch (Problem problem) {
      client.refuse(text, problem);
    }
  }

  /** Ends what the client listened to. */
  @OnClose
  public void close(Session session) {
    if (session.getUserProperties().get(CLIENT) instanceof LiveClient client) {
      client.leave();
    }
  }

  /** A broken connection is nothing to worry about: the client comes back with its cursors. */
  @OnError
  public void fail(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, "A live connection broke: {0}", failure.toString());
    close(session);
  }
}
