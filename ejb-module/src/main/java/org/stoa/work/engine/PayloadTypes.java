package org.stoa.work.engine;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.stoa.work.JobHandler;

/** Reads from a handler's class which payload it takes. */
final class PayloadTypes {

  private PayloadTypes() {}

  /**
   * The first type argument that a class gives to {@link JobHandler}, itself or by inheritance.
   *
   * @throws IllegalStateException when the class leaves it open
   */
  static Type of(Class<?> handler) {
    Type found = find(handler, Map.of());
    if (found == null || found instanceof TypeVariable) {
      throw new IllegalStateException(handler.getName() + " leaves the type of its payload open.");
    }
    return found;
  }

  private static Type find(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      Map<TypeVariable<?>, Type> arguments = new HashMap<>();
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        Type argument = parameterized.getActualTypeArguments()[i];
        arguments.put(raw.getTypeParameters()[i], known.getOrDefault(argument, argument));
      }
      return raw.equals(JobHandler.class)
          ? arguments.get(raw.getTypeParameters()[0])
          : above(raw, arguments);
    }
    return type instanceof Class<?> raw ? above(raw, Map.of()) : null;
  }

  private static Type above(Class<?> raw, Map<TypeVariable<?>, Type> known) {
    return Stream.concat(
            Arrays.stream(raw.getGenericInterfaces()),
            Stream.ofNullable(raw.getGenericSuperclass()))
        .map(type -> find(type, known))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
