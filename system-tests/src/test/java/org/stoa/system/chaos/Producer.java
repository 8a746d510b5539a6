package org.stoa.system.chaos;

import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.stoa.system.Api;
import org.stoa.system.messages.StompClient;

/**
 * Another system that sends messages all the time. Of what it got no receipt for it knows nothing,
 * so it connects again and sends the same once more.
 */
final class Producer implements AutoCloseable {

  private static final String QUEUE = "/queue/stoa.inbound";
  private static final int PAUSE_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Api api;
  private final String organisation;
  private final int port;
  private final String prefix;
  private StompClient client;

  /**
   * Begins to send.
   *
   * @param port where the broker speaks STOMP
   * @param prefix of the keys of its messages
   */
  Producer(Api api, String organisation, int port, String prefix) {
    this.api = api;
    this.organisation = organisation;
    this.port = port;
    this.prefix = prefix;
    var unused = turns.scheduleWithFixedDelay(this::turn, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The keys of the messages that the broker said to have. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  private void turn() {
    String key = prefix + sent.size();
    try {
      if (client == null) {
        client = StompClient.connected(port);
      }
      client.send(QUEUE, message(key));
      sent.add(key);
    } catch (IOException | AssertionError brokerIsAway) {
      disconnect();
    }
  }

  private String message(String key) {
    return Json.createObjectBuilder()
        .add("kind", "work.echo")
        .add("payload", Json.createObjectBuilder().add("text", key))
        .add("key", key)
        .add("organisation", organisation)
        .add("token", api.accessToken())
        .build()
        .toString();
  }

  private void disconnect() {
    if (client != null) {
      try {
        client.close();
      } catch (IOException gone) {
        System.out.println("chaos: " + gone.getMessage());
      }
      client = null;
    }
  }

  /** Sends no more. */
  @Override
  public void close() {
    turns.shutdown();
    Awaitility.await("the last message").atMost(PATIENCE).until(turns::isTerminated);
    disconnect();
  }
}
