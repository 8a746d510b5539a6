package org.stoa.live.web;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.stoa.live.LiveListener;
import org.stoa.live.LiveMessage;
import org.stoa.live.LiveSubscription;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Problem;

/**
 * One open socket: what it listens to and what waits to be sent. One message is on its way at a
 * time; {@link Outbox} bounds what waits, so a slow client costs little memory and is told to
 * reload.
 */
final class LiveClient implements LiveListener {

  private static final Logger LOG = System.getLogger(LiveClient.class.getName());
  private static final int MOST_TOPICS = 100;
  private static final int SEND_TIMEOUT_MILLIS = 20_000;

  /** After this the client has to show again who it is. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

  private final Session session;
  private final Actor actor;
  private final LiveTopics topics;
  private final Clock clock;
  private final Instant until;
  private final Outbox outbox = new Outbox();
  private final Map<String, LiveSubscription> subscriptions = new HashMap<>();
  private boolean sending;

  LiveClient(Session session, Actor actor, LiveTopics topics, Clock clock) {
    this.session = session;
    this.actor = actor;
    this.topics = topics;
    this.clock = clock;
    this.until = clock.instant().plus(LONGEST_LIFE);
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
  }

  Actor actor() {
    return actor;
  }

  /** Begins to listen to a topic, again if it does already. */
  synchronized void listen(String topic, String cursor) {
    stopListening(topic);
    if (subscriptions.size() >= MOST_TOPICS) {
      throw new InvalidProblem("subscribe", "is one topic too many: " + MOST_TOPICS + " at most");
    }
    subscriptions.put(topic, topics.subscribe(topic, cursor, this));
  }

  synchronized void stopListening(String topic) {
    LiveSubscription subscription = subscriptions.remove(topic);
    if (subscription != null) {
      subscription.close();
      outbox.forget(topic);
    }
  }

  synchronized void leave() {
    subscriptions.values().forEach(LiveSubscription::close);
    subscriptions.clear();
  }

  /** Tells the client why it does not get what it asked for. */
  void refuse(String request, Problem problem) {
    synchronized (this) {
      outbox.refuse(request, problem);
    }
    send();
  }

  @Override
  public void hear(LiveMessage message) {
    if (clock.instant().isAfter(until)) {
      close(new CloseReason(CloseCodes.GOING_AWAY, "Come back and show who you are."));
      return;
    }
    synchronized (this) {
      if (!subscriptions.containsKey(message.topic())) {
        return;
      }
      outbox.add(message);
    }
    send();
  }

  private void send() {
    String next;
    synchronized (this) {
      if (sending) {
        return;
      }
      next = outbox.next();
      sending = next != null;
    }
    if (next != null) {
      session.getAsyncRemote().sendText(next, this::sent);
    }
  }

  private void sent(SendResult result) {
    synchronized (this) {
      sending = false;
    }
    if (result.isOK()) {
      send();
    } else {
      close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "Too slow."));
    }
  }

  private void close(CloseReason reason) {
    leave();
    try {
      session.close(reason);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A live connection was closed already: {0}", e.toString());
    }
  }
}
