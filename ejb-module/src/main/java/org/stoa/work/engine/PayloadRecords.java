package org.stoa.work.engine;

import jakarta.json.bind.annotation.JsonbCreator;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds records that JSON-B can write and not read, before a job has such a payload. */
final class PayloadRecords {

  private final Set<Type> seen = new HashSet<>();

  /**
   * Looks at a payload and at all of which it is made.
   *
   * @throws IllegalStateException when JSON-B could not know how to make one of the records
   */
  static void requireReadable(Type payload) {
    new PayloadRecords().look(payload);
  }

  private void look(Type type) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType parameterized) {
      look(parameterized.getRawType());
      Stream.of(parameterized.getActualTypeArguments()).forEach(this::look);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      requireOneWay(record);
      Stream.of(record.getRecordComponents())
          .map(RecordComponent::getGenericType)
          .forEach(this::look);
    }
  }

  private static void requireOneWay(Class<?> record) {
    boolean told =
        Stream.<Executable>concat(
                Arrays.stream(record.getDeclaredConstructors()),
                Arrays.stream(record.getDeclaredMethods()))
            .anyMatch(way -> way.isAnnotationPresent(JsonbCreator.class));
    if (!told && record.getDeclaredConstructors().length > 1) {
      throw new IllegalStateException(
          record.getName()
              + " has several constructors: say with @JsonbCreator which one reads JSON.");
    }
  }
}
