package org.stoa.shared.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.stoa.shared.JsonText;

/** Reads JSON that a request brings into an object, or says where it is wrong. */
public final class JsonBody {

  /** The greatest number of bytes. */
  static final int LIMIT = 1024 * 1024;

  private JsonBody() {}

  /**
   * Reads text that stood in the field of a form.
   *
   * @throws org.stoa.shared.Problem when it is no such object
   */
  public static <T> T of(String text, Class<T> type) {
    return type.cast(bind(text, type));
  }

  static Object read(InputStream body, Type type) throws IOException {
    return read(body, type, false);
  }

  /** As {@link #read(InputStream, Type)}; null for an empty body if it is optional. */
  static Object read(InputStream body, Type type, boolean optional) throws IOException {
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new BodyTooLargeProblem(LIMIT);
    }
    String text = text(bytes);
    return optional && text.isBlank() ? null : bind(text, type);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw MalformedBodyProblem.notUtf8();
    }
  }

  private static Object bind(String text, Type type) {
    if (text.isBlank()) {
      throw MalformedBodyProblem.missing();
    }
    JsonValue tree = parse(text);
    if (tree == JsonValue.NULL) {
      throw MalformedBodyProblem.missing();
    }
    refuseNul(tree, "");
    WholeNumbers.require(tree, type);
    try {
      return JsonText.read(text, type);
    } catch (JsonbException e) {
      throw BodyMisfit.of(e, tree);
    }
  }

  private static JsonValue parse(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw MalformedBodyProblem.shape("There is more after the end of the JSON.");
      }
      return value;
    } catch (JsonParsingException e) {
      JsonLocation at = e.getLocation();
      throw MalformedBodyProblem.at(
          at.getLineNumber(),
          at.getColumnNumber(),
          "It stops being JSON at line "
              + at.getLineNumber()
              + ", column "
              + at.getColumnNumber()
              + ".");
    } catch (MalformedBodyProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser refuses endless nesting with a plain RuntimeException.
      throw MalformedBodyProblem.shape("It is not JSON: " + e.getMessage());
    }
  }

  /** No text of a database can hold the character NUL. */
  private static void refuseNul(JsonValue value, String path) {
    switch (value.getValueType()) {
      case STRING -> {
        if (((JsonString) value).getString().indexOf('\0') >= 0) {
          throw MalformedBodyProblem.inField(path, "A text may not have the character NUL.");
        }
      }
      case ARRAY -> value.asJsonArray().forEach(item -> refuseNul(item, path + "[]"));
      case OBJECT -> refuseNul(value.asJsonObject(), path);
      default -> {
        // Numbers and literals hold no text.
      }
    }
  }

  private static void refuseNul(JsonObject object, String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    object.forEach((name, member) -> refuseNul(member, prefix + name));
  }
}
