package org.stoa.live.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.stoa.live.LiveMessage;
import org.stoa.shared.JsonText;
import org.stoa.shared.Problem;

/**
 * What waits to be sent to one client, in order. When too much waits, all of it is dropped and each
 * topic is told to reload instead. Not thread-safe.
 */
final class Outbox {

  static final int MOST_WAITING = 500;

  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** The last cursor of each topic that was heard, sent or not. */
  private final Map<String, String> cursors = new HashMap<>();

  /** The topics whose next message is a reload. */
  private final Set<String> stale = new LinkedHashSet<>();

  private record Waiting(String topic, String json) {}

  void add(LiveMessage message) {
    cursors.put(message.topic(), message.cursor());
    if (message.kind() == LiveMessage.Kind.RELOAD) {
      waiting.removeIf(one -> one.topic().equals(message.topic()));
      stale.add(message.topic());
    } else if (!stale.contains(message.topic())) {
      queue(new Waiting(message.topic(), json(message)));
    }
  }

  void refuse(String request, Problem problem) {
    queue(
        new Waiting(
            "",
            Json.createObjectBuilder()
                .add("request", request)
                .add("problem", problem(problem))
                .build()
                .toString()));
  }

  private void queue(Waiting one) {
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
      stale.addAll(cursors.keySet());
    } else {
      waiting.add(one);
    }
  }

  /** Forgets what waits of a topic. */
  void forget(String topic) {
    waiting.removeIf(one -> one.topic().equals(topic));
    cursors.remove(topic);
    stale.remove(topic);
  }

  /** The next message, which counts as sent; null when nothing waits. */
  String next() {
    Iterator<String> topics = stale.iterator();
    if (topics.hasNext()) {
      String topic = topics.next();
      topics.remove();
      return start(topic, cursors.get(topic)).add("reload", true).build().toString();
    }
    return waiting.isEmpty() ? null : waiting.remove().json();
  }

  private static String json(LiveMessage message) {
    JsonObjectBuilder json = start(message.topic(), message.cursor());
    if (message.event() != null) {
      json.add("event", JsonText.tree(message.event()));
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder start(String topic, String cursor) {
    return Json.createObjectBuilder().add("topic", topic).add("cursor", cursor);
  }

  private static JsonObjectBuilder problem(Problem problem) {
    return Json.createObjectBuilder()
        .add("type", problem.type())
        .add("title", problem.title())
        .add("status", problem.status())
        .add("detail", problem.detail());
  }
}
