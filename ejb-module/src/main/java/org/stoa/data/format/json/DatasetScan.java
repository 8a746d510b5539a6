package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.data.format.NoRowsProblem;

/** Walks over a Dataset-JSON file for the first time, and holds its rows against its columns. */
final class DatasetScan {

  private static final String ROWS = "rows";

  private final JsonSource source;
  private final JsonParser parser;
  private final DatasetHead head;
  private DatasetRows rows;
  private JsonForm form = JsonForm.DATASET_LINES;

  DatasetScan(JsonSource source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
    this.head = new DatasetHead(source);
  }

  JsonTable scan() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      head.note(parser, member);
      parser.nextToken();
      if (member.equals(ROWS)) {
        rowsInside();
      } else {
        head.take(parser, member);
      }
    }
    head.requireComplete();
    if (form == JsonForm.DATASET) {
      requireEnd();
    } else {
      rowsBehind();
    }
    return table();
  }

  private void rowsInside() throws IOException {
    form = JsonForm.DATASET;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw DatasetJsonProblem.wrong(
          source.label(), source.place(parser), ROWS, "must be an array");
    }
    if (!head.hasColumns()) {
      parser.skipChildren();
      return;
    }
    rows = new DatasetRows(source, head.columns());
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      rows.accept(parser);
    }
  }

  private void requireEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw InvalidJsonProblem.trailing(source.label(), source.place(parser));
    }
    if (rows == null) {
      readAgain();
    }
  }

  /** The rows come before the columns, so that they could not be checked when they were met. */
  private void readAgain() throws IOException {
    rows = new DatasetRows(source, head.columns());
    try (JsonParser again = source.open()) {
      RowWalk walk = new RowWalk(again, form);
      while (walk.next() != null) {
        rows.accept(again);
      }
    }
  }

  private void rowsBehind() throws IOException {
    rows = new DatasetRows(source, head.columns());
    while (parser.nextToken() != null) {
      rows.accept(parser);
    }
  }

  private JsonTable table() {
    head.requireRecords(rows.count());
    if (rows.count() == 0) {
      throw new NoRowsProblem(source.label(), head.name());
    }
    List<LearnedColumn> columns = new ArrayList<>();
    for (int i = 0; i < head.columns().size(); i++) {
      columns.add(head.columns().get(i).learn(rows.facts(i)));
    }
    return new JsonTable(form, Optional.of(head.name()), head.label(), rows.count(), columns);
  }
}
