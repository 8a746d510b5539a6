package org.stoa.shared;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * Writes a record's components in the order of their declaration, for which JSON-B itself has no
 * option. Null and empty components are left out.
 */
public class RecordSerializer implements JsonbSerializer<Record> {

  @Override
  public void serialize(Record shown, JsonGenerator generator, SerializationContext context) {
    generator.writeStartObject();
    for (RecordComponent component : shown.getClass().getRecordComponents()) {
      Object value = value(shown, component);
      if (value != null) {
        context.serialize(component.getName(), value, generator);
      }
    }
    generator.writeEnd();
  }

  private static Object value(Record shown, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(shown);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (ReflectiveOperationException e) {
      throw new JsonbException("cannot read " + component + " of " + shown.getClass(), e);
    }
  }
}
