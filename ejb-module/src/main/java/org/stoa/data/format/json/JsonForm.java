package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.stoa.data.format.UnsupportedFileProblem;

/** Where the rows of a JSON file are. */
enum JsonForm {
  /** Each value of the file is a row. */
  LINES,
  /** The file is an array of rows. */
  ARRAY,
  /** The file is an object, whose member {@code rows} is an array of rows. */
  DATASET,
  /** The first value of the file describes the dataset, each further one is a row. */
  DATASET_LINES;

  /** The member that tells Dataset-JSON from everything else. */
  static final String MARK = "datasetJSONVersion";

  /**
   * What the beginning of a file looks like: {@link #LINES}, {@link #ARRAY} or {@link #DATASET},
   * which may still be {@link #DATASET_LINES}.
   */
  static JsonForm detect(JsonSource source) throws IOException {
    try (JsonParser parser = source.open()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        return hasMark(parser) ? DATASET : LINES;
      }
      token = token == JsonToken.START_ARRAY ? parser.nextToken() : null;
      if (token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY) {
        return ARRAY;
      }
    } catch (JsonProcessingException e) {
      // The walk that checks everything tells what is wrong, and where.
      return LINES;
    }
    throw new UnsupportedFileProblem(source.label(), "JSON, but not like rows of objects");
  }

  private static boolean hasMark(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.currentName().equals(MARK)) {
        return true;
      }
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }
}
