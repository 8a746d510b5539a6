package org.stoa.shared.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses numbers of a JSON body that would be cut to fit where a whole number is wanted: JSON-B
 * makes 1 of 1.5, and of 4294967297 too.
 */
final class WholeNumbers {

  private static final Map<Class<?>, Long> LARGEST =
      Map.of(
          int.class,
          (long) Integer.MAX_VALUE,
          Integer.class,
          (long) Integer.MAX_VALUE,
          long.class,
          Long.MAX_VALUE,
          Long.class,
          Long.MAX_VALUE);

  private WholeNumbers() {}

  /**
   * Looks at a value and all in it.
   *
   * @param type what is to be made of the value
   * @throws MalformedBodyProblem naming the member
   */
  static void require(JsonValue value, Type type) {
    require(value, type, "");
  }

  private static void require(JsonValue value, Type type, String path) {
    if (type instanceof Class<?> plain) {
      requireIn(value, plain, path);
    } else if (type instanceof ParameterizedType generic) {
      requireIn(value, generic, path);
    }
  }

  private static void requireIn(JsonValue value, Class<?> type, String path) {
    if (value instanceof JsonNumber number && LARGEST.containsKey(type)) {
      requireWhole(number.bigDecimalValue(), LARGEST.get(type), path);
    } else if (type.isRecord() && value.getValueType() == JsonValue.ValueType.OBJECT) {
      String prefix = path.isEmpty() ? "" : path + ".";
      for (RecordComponent component : type.getRecordComponents()) {
        JsonValue member = value.asJsonObject().getOrDefault(component.getName(), JsonValue.NULL);
        require(member, component.getGenericType(), prefix + component.getName());
      }
    }
  }

  private static void requireIn(JsonValue value, ParameterizedType type, String path) {
    Class<?> container = (Class<?>) type.getRawType();
    Type[] inside = type.getActualTypeArguments();
    if (container == Optional.class) {
      require(value, inside[0], path);
    } else if (Collection.class.isAssignableFrom(container) && value instanceof JsonArray items) {
      for (int i = 0; i < items.size(); i++) {
        require(items.get(i), inside[0], path + "[" + i + "]");
      }
    }
  }

  private static void requireWhole(BigDecimal number, long largest, String path) {
    boolean inRange =
        number.compareTo(BigDecimal.valueOf(-largest - 1)) >= 0
            && number.compareTo(BigDecimal.valueOf(largest)) <= 0;
    if (!inRange || number.stripTrailingZeros().scale() > 0) {
      throw MalformedBodyProblem.inField(
          path,
          "The member "
              + path
              + " must be a whole number from "
              + (-largest - 1)
              + " to "
              + largest
              + ".");
    }
  }
}
