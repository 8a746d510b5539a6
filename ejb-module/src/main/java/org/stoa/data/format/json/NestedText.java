package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** Reads an object or an array as JSON text: without blanks, numbers as they are written. */
final class NestedText {

  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final JsonParser parser;
  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  private NestedText(JsonParser parser) {
    this.parser = parser;
  }

  /** The value at whose beginning the parser is; afterwards it is at its end. */
  static String read(JsonSource source, JsonParser parser) throws IOException {
    NestedText nested = new NestedText(parser);
    long start = parser.currentTokenLocation().getByteOffset();
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      nested.append(token);
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (nested.text.length() > JsonSource.MAX_TEXT) {
        throw JsonLimitProblem.length(
            source.label(), source.place(start), "a nested value", JsonSource.MAX_TEXT);
      }
      if (depth == 0) {
        return nested.text.toString();
      }
      token = parser.nextToken();
    }
  }

  private void append(JsonToken token) throws IOException {
    if (token.isStructEnd()) {
      text.append(token.asString());
      first = false;
      return;
    }
    text.append(first ? "" : ",");
    first = false;
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        text.append(token.asString());
        first = true;
      }
      case FIELD_NAME -> {
        quote(parser.currentName());
        text.append(':');
        first = true;
      }
      case VALUE_STRING -> quote(parser.getText());
      default -> text.append(parser.getText());
    }
  }

  private void quote(String value) {
    text.append('"');
    ENCODER.quoteAsString(value, text);
    text.append('"');
  }
}
