package org.stoa.shared.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Gives resources the JSON of a request as an object. Its priority puts it before the server's own
 * reader, which takes the same media type and says nothing of line and column.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonReaderProvider implements MessageBodyReader<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type != String.class
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !Reader.class.isAssignableFrom(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return JsonBody.read(body, genericType, isOptional(annotations));
  }

  /** A body may be missing where the description says so. */
  private static boolean isOptional(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(told -> told instanceof RequestBody body && !body.required());
  }
}
