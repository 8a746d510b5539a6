package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.data.format.HeaderNames;
import org.stoa.data.format.TextPlace;

/** Reads the {@code columns} of a Dataset-JSON file. */
final class DatasetColumnsReader {

  private static final String COLUMNS = "columns";
  private static final int LONGEST = 1 << 20;

  private final JsonSource source;
  private final JsonParser parser;
  private final HeaderNames header;

  DatasetColumnsReader(JsonSource source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
    this.header = new HeaderNames(source.label());
  }

  /** The columns, at whose array the parser is. */
  List<DatasetColumn> read() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(COLUMNS, "must be an array");
    }
    List<DatasetColumn> columns = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw wrong(COLUMNS, "must be an array of objects");
      }
      columns.add(column());
    }
    if (columns.isEmpty()) {
      throw wrong(COLUMNS, "must name a column at least");
    }
    return columns;
  }

  private DatasetColumn column() throws IOException {
    TextPlace place = source.place(parser);
    Map<String, String> texts = new HashMap<>();
    int length = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String attribute = parser.currentName();
      if (texts.containsKey(attribute)) {
        throw wrong(COLUMNS, "has a column with two members " + attribute);
      }
      parser.nextToken();
      switch (attribute) {
        case "name", "label", "dataType", "targetDataType", "displayFormat" ->
            texts.put(attribute, DatasetTexts.read(source, parser, attribute));
        case "length" -> length = length();
        default -> parser.skipChildren();
      }
    }
    return column(texts, length, place);
  }

  private DatasetColumn column(Map<String, String> texts, int length, TextPlace place)
      throws IOException {
    String name = texts.getOrDefault("name", "");
    header.add(name, () -> place);
    String word = texts.getOrDefault("dataType", "");
    DataType type =
        DataType.of(word)
            .orElseThrow(
                () ->
                    DatasetJsonProblem.wrong(
                        source.label(),
                        place,
                        "dataType",
                        "of " + name + " is '" + word + "', which Dataset-JSON 1.1 does not have"));
    return new DatasetColumn(
        name,
        texts.getOrDefault("label", ""),
        type,
        !texts.getOrDefault("targetDataType", "").isEmpty(),
        length,
        texts.getOrDefault("displayFormat", ""));
  }

  private int length() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    boolean number = parser.currentToken().isNumeric();
    double length = number ? parser.getDoubleValue() : -1;
    if (length < 0 || length > LONGEST || length != Math.rint(length)) {
      throw wrong("length", "must be a number of characters");
    }
    return (int) length;
  }

  private DatasetJsonProblem wrong(String attribute, String why) throws IOException {
    return DatasetJsonProblem.wrong(source.label(), source.place(parser), attribute, why);
  }
}
