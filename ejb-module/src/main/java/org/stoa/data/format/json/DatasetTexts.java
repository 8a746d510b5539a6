package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads texts that describe a dataset. */
final class DatasetTexts {

  private DatasetTexts() {}

  /** The text at which the parser is; null counts as empty. */
  static String read(JsonSource source, JsonParser parser, String attribute) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw DatasetJsonProblem.wrong(
          source.label(), source.place(parser), attribute, "must be a text");
    }
    String text = parser.getText();
    char[] chars = text.toCharArray();
    int bytes = TextCheck.bytes(chars, 0, chars.length);
    if (bytes < 0) {
      throw new JsonCharacterProblem(source.label(), source.place(parser), chars[-1 - bytes]);
    }
    return text;
  }
}
