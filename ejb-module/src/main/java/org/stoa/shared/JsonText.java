package org.stoa.shared;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.io.StringReader;
import java.lang.reflect.Type;

/**
 * The one way in which objects become JSON text and back, in the API, in the trail, in job payloads
 * and in live events: instants as ISO 8601 in UTC, members whose value is null left out, members in
 * the order in which the record declares them. Records that become JSON are public.
 */
public final class JsonText {

  private static final Jsonb JSONB = JsonbBuilder.create(config());

  private JsonText() {}

  /** The configuration, for those who need a {@link Jsonb} of their own. */
  public static JsonbConfig config() {
    return new JsonbConfig()
        .withNullValues(false)
        .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
        .withSerializers(new RecordSerializer());
  }

  /** The shared, thread-safe JSON-B engine. */
  public static Jsonb jsonb() {
    return JSONB;
  }

  /** The object as JSON text; {@code "null"} for null. */
  public static String of(Object value) {
    return value instanceof JsonValue json ? json.toString() : JSONB.toJson(value);
  }

  /** Reads an object. */
  public static <T> T read(String text, Class<T> type) {
    return JSONB.fromJson(text, type);
  }

  /** Reads an object of a type that may be generic, such as a component of a record. */
  public static Object read(String text, Type type) {
    return JSONB.fromJson(text, type);
  }

  /** Reads text into a tree; null stays null. */
  public static JsonValue tree(String text) {
    if (text == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
