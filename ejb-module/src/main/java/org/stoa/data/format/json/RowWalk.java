package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Steps through the rows of a JSON file, in whatever form they are. */
final class RowWalk {

  private static final String ROWS = "rows";

  private final JsonParser parser;
  private final JsonForm form;
  private boolean begun;

  RowWalk(JsonParser parser, JsonForm form) {
    this.parser = parser;
    this.form = form;
  }

  /** Steps to the beginning of the next row; null when there is none. */
  JsonToken next() throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    JsonToken token = parser.nextToken();
    return token == JsonToken.END_ARRAY ? null : token;
  }

  private void begin() throws IOException {
    switch (form) {
      case LINES -> {
        // The first value is the first row.
      }
      case ARRAY -> parser.nextToken();
      case DATASET -> findRows();
      case DATASET_LINES -> {
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }

  private void findRows() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean rows = parser.currentName().equals(ROWS);
      parser.nextToken();
      if (rows) {
        return;
      }
      parser.skipChildren();
    }
  }
}
