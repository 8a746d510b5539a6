package org.stoa.work.engine;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import org.stoa.shared.InvalidProblem;

/** Reads JSON that came from outside: one value, with nothing after it. */
public final class StrictJson {

  private StrictJson() {}

  /**
   * The value that the text is.
   *
   * @param name what the text is called in a complaint
   * @throws InvalidProblem when it is no JSON; it says where it stops to be
   */
  public static JsonValue read(String name, String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw new InvalidProblem(name, "must be one JSON value and nothing after it");
      }
      return value;
    } catch (JsonParsingException e) {
      throw new InvalidProblem(
          name,
          "stops being JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (InvalidProblem e) {
      throw e;
    } catch (JsonException | IllegalStateException e) {
      throw new InvalidProblem(name, "must be JSON");
    } catch (RuntimeException e) {
      // The parser refuses endless nesting, and an empty text, with exceptions of no special class.
      throw new InvalidProblem(name, "must be JSON that is not nested without end");
    }
  }
}
