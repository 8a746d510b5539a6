package org.stoa.work.engine;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoa.shared.Fields;

/** Compares JSON with the type that it is to become, and names each member that does not fit. */
final class PayloadShape {

  private static final Map<Class<?>, Long> GREATEST =
      Map.of(
          int.class,
          (long) Integer.MAX_VALUE,
          Integer.class,
          (long) Integer.MAX_VALUE,
          long.class,
          Long.MAX_VALUE,
          Long.class,
          Long.MAX_VALUE);

  private static final Set<Class<?>> NUMBERS =
      Set.of(float.class, Float.class, double.class, Double.class, BigDecimal.class);

  private final Fields fields;

  private PayloadShape(Fields fields) {
    this.fields = fields;
  }

  /**
   * Notes what does not fit. Of types that JSON-B knows and this does not it says nothing.
   *
   * @param path the name of the value
   * @param value null when the member is not there
   */
  static void check(Fields fields, String path, Type type, JsonValue value) {
    new PayloadShape(fields).value(path, type, value);
  }

  private void value(String path, Type type, JsonValue value) {
    Class<?> raw = raw(type);
    if (value == null || value == JsonValue.NULL) {
      fields.require(!raw.isPrimitive(), path, "is missing");
    } else if (type instanceof ParameterizedType generic) {
      inside(path, raw, generic.getActualTypeArguments(), value);
    } else if (raw.isRecord()) {
      record(path, raw, value);
    } else {
      plain(path, raw, value);
    }
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  private void record(String path, Class<?> type, JsonValue value) {
    if (!isA(ValueType.OBJECT, path, "an object", value)) {
      return;
    }
    Map<String, RecordComponent> known =
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    value.asJsonObject().keySet().stream()
        .filter(name -> !known.containsKey(name))
        .forEach(name -> fields.refuse(path + "." + name, "is not a member that the kind takes"));
    known.forEach(
        (name, component) ->
            value(path + "." + name, component.getGenericType(), value.asJsonObject().get(name)));
  }

  private void inside(String path, Class<?> container, Type[] types, JsonValue value) {
    if (container == Optional.class) {
      value(path, types[0], value);
    } else if (Collection.class.isAssignableFrom(container)) {
      if (isA(ValueType.ARRAY, path, "an array", value)) {
        for (int i = 0; i < value.asJsonArray().size(); i++) {
          value(path + "[" + i + "]", types[0], value.asJsonArray().get(i));
        }
      }
    } else if (Map.class.isAssignableFrom(container)
        && isA(ValueType.OBJECT, path, "an object", value)) {
      value.asJsonObject().forEach((name, item) -> value(path + "." + name, types[1], item));
    }
  }

  private void plain(String path, Class<?> type, JsonValue value) {
    if (type == String.class) {
      isA(ValueType.STRING, path, "a text", value);
    } else if (type == UUID.class) {
      readable(path, "an id (UUID)", value, UUID::fromString);
    } else if (type == Instant.class) {
      readable(path, "a time such as 2026-03-01T12:00:00Z", value, Instant::parse);
    } else if (type.isEnum()) {
      constant(path, type, value);
    } else if (type == boolean.class || type == Boolean.class) {
      boolean fits = value == JsonValue.TRUE || value == JsonValue.FALSE;
      fields.require(fits, path, "must be true or false");
    } else if (GREATEST.containsKey(type)) {
      whole(path, GREATEST.get(type), value);
    } else if (NUMBERS.contains(type)) {
      isA(ValueType.NUMBER, path, "a number", value);
    }
  }

  private void constant(String path, Class<?> type, JsonValue value) {
    String[] names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toArray(String[]::new);
    boolean fits =
        value instanceof JsonString text && Arrays.asList(names).contains(text.getString());
    fields.require(fits, path, "must be one of " + String.join(", ", names));
  }

  private void whole(String path, long most, JsonValue value) {
    boolean fits = value instanceof JsonNumber number && isWhole(number.bigDecimalValue(), most);
    fields.require(fits, path, "must be a whole number from " + ~most + " to " + most);
  }

  private static boolean isWhole(BigDecimal number, long most) {
    return number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.compareTo(BigDecimal.valueOf(~most)) >= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  private void readable(String path, String wanted, JsonValue value, Function<String, ?> reader) {
    fields.require(
        value instanceof JsonString text && reads(text.getString(), reader),
        path,
        "must be " + wanted);
  }

  private static boolean reads(String text, Function<String, ?> reader) {
    try {
      return reader.apply(text) != null;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }

  private boolean isA(ValueType type, String path, String wanted, JsonValue value) {
    boolean fits = value.getValueType() == type;
    fields.require(fits, path, "must be " + wanted);
    return fits;
  }
}
