package org.stoa.live.web;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;

/**
 * What a client asks for.
 *
 * @param begin whether it wants to listen, or not any more
 * @param topic to what
 * @param cursor where it was, or null
 */
record LiveRequest(boolean begin, String topic, String cursor) {

  private static final String SUBSCRIBE = "subscribe";
  private static final String UNSUBSCRIBE = "unsubscribe";

  /**
   * Reads a message of a client.
   *
   * @throws InvalidProblem when it is not one
   */
  static LiveRequest read(String text) {
    JsonObject message = object(text);
    String subscribe = string(message, SUBSCRIBE);
    String unsubscribe = string(message, UNSUBSCRIBE);
    if (subscribe == null && unsubscribe == null) {
      throw new InvalidProblem(SUBSCRIBE, "must be the name of a topic");
    }
    return subscribe == null
        ? new LiveRequest(false, unsubscribe, null)
        : new LiveRequest(true, subscribe, string(message, "cursor"));
  }

  void of(LiveClient client) {
    if (begin) {
      client.listen(topic, cursor);
    } else {
      client.stopListening(topic);
    }
  }

  private static JsonObject object(String text) {
    try {
      if (JsonText.tree(text) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      throw notAnObject(e);
    }
    throw notAnObject(null);
  }

  private static InvalidProblem notAnObject(JsonException cause) {
    InvalidProblem problem = new InvalidProblem("message", "must be a JSON object");
    problem.initCause(cause);
    return problem;
  }

  private static String string(JsonObject message, String name) {
    JsonValue value = message.get(name);
    return value instanceof JsonString string ? string.getString() : null;
  }
}
