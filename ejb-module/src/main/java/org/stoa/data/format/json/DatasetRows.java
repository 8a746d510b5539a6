package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** Holds rows of a Dataset-JSON file against its columns: their number and their types. */
final class DatasetRows {

  private final JsonSource source;
  private final List<DatasetColumn> columns;
  private final ColumnFacts[] facts;
  private final long[] lastRow;
  private final ColumnNames names = new ColumnNames();
  private final RowLength length;
  private long rows;

  DatasetRows(JsonSource source, List<DatasetColumn> columns) {
    this.source = source;
    this.columns = columns;
    this.facts = new ColumnFacts[columns.size()];
    this.lastRow = new long[columns.size()];
    this.length = new RowLength(source);
    for (int i = 0; i < facts.length; i++) {
      facts[i] = new ColumnFacts(source, columns.get(i).shapes());
      names.add(columns.get(i).name());
    }
  }

  long count() {
    return rows;
  }

  ColumnFacts facts(int column) {
    return facts[column];
  }

  /** Takes the row at whose beginning the parser is: an array of values, or an object. */
  void accept(JsonParser parser) throws IOException {
    rows++;
    length.begin(parser);
    switch (parser.currentToken()) {
      case START_ARRAY -> array(parser);
      case START_OBJECT -> object(parser);
      default ->
          throw JsonRowProblem.shape(
              source.label(),
              source.place(parser),
              rows,
              TokenWords.of(parser.currentToken()),
              "an array of values");
    }
    length.end(parser);
  }

  private void array(JsonParser parser) throws IOException {
    int column = 0;
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (column == facts.length) {
        throw width(parser, column + 1);
      }
      value(parser, token, column);
      column++;
      token = parser.nextToken();
    }
    if (column < facts.length) {
      throw width(parser, column);
    }
  }

  private JsonRowProblem width(JsonParser parser, int found) throws IOException {
    return JsonRowProblem.width(source.label(), source.place(parser), rows, found, facts.length);
  }

  /** Compressed files may have objects; a member that is not there is missing. */
  private void object(JsonParser parser) throws IOException {
    names.beginRow();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int column = names.find(name);
      if (column < 0) {
        throw JsonRowProblem.unknown(source.label(), source.place(parser), rows, name);
      }
      if (lastRow[column] == rows) {
        throw JsonRowProblem.duplicate(source.label(), source.place(parser), rows, name);
      }
      lastRow[column] = rows;
      value(parser, parser.nextToken(), column);
    }
  }

  private void value(JsonParser parser, JsonToken token, int column) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    DatasetColumn declared = columns.get(column);
    if (!declared.type().allows(token)) {
      throw JsonRowProblem.type(
          source.label(),
          source.place(parser),
          rows,
          declared.name(),
          declared.type().word(),
          TokenWords.of(token));
    }
    facts[column].accept(parser, token, rows);
  }
}
