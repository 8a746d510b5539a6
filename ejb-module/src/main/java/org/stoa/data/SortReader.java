package org.stoa.data;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.stoa.shared.InvalidProblem;

/** Reads a {@link Sort} in its long form, {@code {"by": "n", "descending": true}}, or its short. */
public class SortReader implements JsonbDeserializer<Sort> {

  @Override
  public Sort deserialize(JsonParser parser, DeserializationContext context, Type type) {
    JsonValue value = parser.getValue();
    if (value instanceof JsonString text) {
      return Sort.of(text.getString());
    }
    if (value instanceof JsonObject object && object.get("by") instanceof JsonString by) {
      JsonValue descending = object.getOrDefault("descending", JsonValue.FALSE);
      return new Sort(by.getString(), isTrue(descending));
    }
    throw new InvalidProblem(
        "sort", "must be a list of names, with - before for descending, or of {by, descending}");
  }

  private static boolean isTrue(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE, NULL -> false;
      default -> throw new InvalidProblem("sort.descending", "must be true or false");
    };
  }
}
