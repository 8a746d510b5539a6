package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a Dataset-JSON 1.1 file says about its dataset, member by member in whatever order. */
final class DatasetHead {

  private static final Pattern VERSION = Pattern.compile("1\\.1(\\.(0|[1-9][0-9]*))?");

  private final JsonSource source;
  private final Set<String> seen = new HashSet<>();
  private String name;
  private String label = "";
  private boolean versionSeen;
  private long records = -1;
  private List<DatasetColumn> columns;

  DatasetHead(JsonSource source) {
    this.source = source;
  }

  /** Notes that the member is there, whose name the parser is at. */
  void note(JsonParser parser, String member) throws IOException {
    if (!seen.add(member)) {
      throw wrong(parser, member, "is there twice");
    }
  }

  /** Takes the value of a member, at which the parser is. */
  void take(JsonParser parser, String member) throws IOException {
    switch (member) {
      case JsonForm.MARK -> requireVersion(text(parser, member));
      case "name" -> name = requireNotEmpty(parser, text(parser, member));
      case "label" -> label = text(parser, member);
      case "records" -> records = records(parser);
      case "columns" -> columns = new DatasetColumnsReader(source, parser).read();
      default -> parser.skipChildren();
    }
  }

  private void requireVersion(String version) {
    versionSeen = true;
    if (!VERSION.matcher(version).matches()) {
      throw DatasetJsonProblem.version(source.label(), version);
    }
  }

  private String requireNotEmpty(JsonParser parser, String text) throws IOException {
    if (text.isBlank()) {
      throw wrong(parser, "name", "is empty");
    }
    return text;
  }

  private long records(JsonParser parser) throws IOException {
    boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    if (!whole
        || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || parser.getLongValue() < 0) {
      throw wrong(parser, "records", "must be the number of rows");
    }
    return parser.getLongValue();
  }

  private String text(JsonParser parser, String member) throws IOException {
    return DatasetTexts.read(source, parser, member);
  }

  private DatasetJsonProblem wrong(JsonParser parser, String member, String why)
      throws IOException {
    return DatasetJsonProblem.wrong(source.label(), source.place(parser), member, why);
  }

  boolean hasColumns() {
    return columns != null;
  }

  /** The columns; there must be some. */
  List<DatasetColumn> columns() {
    if (columns == null) {
      throw DatasetJsonProblem.missing(source.label(), "columns");
    }
    return columns;
  }

  /** Refuses a dataset that does not say what it must. */
  void requireComplete() {
    if (!versionSeen) {
      throw DatasetJsonProblem.missing(source.label(), JsonForm.MARK);
    }
    columns();
    if (name == null) {
      throw DatasetJsonProblem.missing(source.label(), "name");
    }
    if (records < 0) {
      throw DatasetJsonProblem.missing(source.label(), "records");
    }
  }

  void requireRecords(long rows) {
    if (records != rows) {
      throw DatasetJsonProblem.records(source.label(), records, rows);
    }
  }

  String name() {
    return name;
  }

  String label() {
    return label;
  }
}
