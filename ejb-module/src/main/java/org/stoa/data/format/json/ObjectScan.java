package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stoa.data.format.HeaderNames;
import org.stoa.data.format.NoRowsProblem;
import org.stoa.data.format.ValueShape;

/**
 * Walks over the objects of a file for the first time. The columns are the members of all objects,
 * in the order in which they first appear.
 */
final class ObjectScan {

  private final JsonSource source;
  private final JsonForm form;
  private final JsonParser parser;
  private final RowLength length;
  private final HeaderNames header;
  private final ColumnNames names = new ColumnNames();
  private final List<ColumnFacts> facts = new ArrayList<>();
  private long[] lastRow = new long[16];
  private long rows;
  private long lastStart;

  ObjectScan(JsonSource source, JsonForm form, JsonParser parser) {
    this.source = source;
    this.form = form;
    this.parser = parser;
    this.length = new RowLength(source);
    this.header = new HeaderNames(source.label());
  }

  JsonTable scan() throws IOException {
    RowWalk walk = new RowWalk(parser, form);
    for (JsonToken token = walk.next(); token != null; token = walk.next()) {
      row(token);
    }
    if (form == JsonForm.ARRAY && parser.nextToken() != null) {
      throw InvalidJsonProblem.trailing(source.label(), source.place(parser));
    }
    requireColumns();
    List<LearnedColumn> columns = new ArrayList<>(facts.size());
    for (int i = 0; i < facts.size(); i++) {
      columns.add(Inference.learn(names.get(i), facts.get(i)));
    }
    return new JsonTable(form, Optional.empty(), "", rows, columns);
  }

  private void requireColumns() throws IOException {
    if (rows == 0) {
      throw new NoRowsProblem(source.label(), "The file");
    }
    if (facts.isEmpty()) {
      throw JsonRowProblem.shape(
          source.label(),
          source.place(lastStart),
          rows,
          "an object without members",
          "an object, and one at least must have a member");
    }
  }

  private void row(JsonToken token) throws IOException {
    rows++;
    if (token != JsonToken.START_OBJECT) {
      throw JsonRowProblem.shape(
          source.label(), source.place(parser), rows, TokenWords.of(token), "an object");
    }
    lastStart = length.begin(parser);
    names.beginRow();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int column = column(parser.currentName());
      lastRow[column] = rows;
      facts.get(column).accept(parser, parser.nextToken(), rows);
    }
    length.end(parser);
  }

  private int column(String name) throws IOException {
    int found = names.find(name);
    if (found < 0) {
      header.add(name, () -> source.place(parser));
      requireCharacters(name);
      facts.add(new ColumnFacts(source, ValueShape.TIMES));
      if (names.size() == lastRow.length) {
        lastRow = Arrays.copyOf(lastRow, 2 * lastRow.length);
      }
      return names.add(name);
    }
    if (lastRow[found] == rows) {
      throw JsonRowProblem.duplicate(source.label(), source.place(parser), rows, name);
    }
    return found;
  }

  private void requireCharacters(String name) throws IOException {
    char[] chars = name.toCharArray();
    int bytes = TextCheck.bytes(chars, 0, chars.length);
    if (bytes < 0) {
      throw new JsonCharacterProblem(source.label(), source.place(parser), chars[-1 - bytes]);
    }
  }
}
