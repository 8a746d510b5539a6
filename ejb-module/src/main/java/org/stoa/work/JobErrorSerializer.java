package org.stoa.work;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes the members beside type, title and detail, as RFC 9457 has them. */
public class JobErrorSerializer implements JsonbSerializer<JobError> {

  @Override
  public void serialize(JobError error, JsonGenerator generator, SerializationContext context) {
    generator.writeStartObject();
    generator.write("type", error.type());
    generator.write("title", error.title());
    generator.write("detail", error.detail());
    error.members().forEach((name, value) -> context.serialize(name, value, generator));
    generator.writeEnd();
  }
}
