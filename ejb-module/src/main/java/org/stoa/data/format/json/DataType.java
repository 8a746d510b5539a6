package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;
import java.util.Optional;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ValueShape;

/** The {@code dataType} of a column of Dataset-JSON 1.1. */
enum DataType {
  STRING("string", ColumnType.TEXT, 0),
  URI("URI", ColumnType.TEXT, 0),
  INTEGER("integer", ColumnType.INTEGER, 0),
  FLOAT("float", ColumnType.DECIMAL, 0),
  DOUBLE("double", ColumnType.DECIMAL, 0),
  /** Written as a text. */
  DECIMAL("decimal", ColumnType.DECIMAL, ValueShape.NUMBERS),
  BOOLEAN("boolean", ColumnType.BOOLEAN, 0),
  DATE("date", ColumnType.DATE, ValueShape.DATE),
  DATETIME("datetime", ColumnType.DATETIME, ValueShape.DATETIME),
  TIME("time", ColumnType.TIME, ValueShape.TIME);

  private final String word;
  private final ColumnType meaning;
  private final int shapes;

  DataType(String word, ColumnType meaning, int shapes) {
    this.word = word;
    this.meaning = meaning;
    this.shapes = shapes;
  }

  static Optional<DataType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** As the file writes it. */
  String word() {
    return word;
  }

  /** What its values are when all of them are as declared. */
  ColumnType meaning() {
    return meaning;
  }

  /** What its texts may look like when they mean something else than text. */
  int shapes() {
    return shapes;
  }

  /** Whether it is a date, a date-time or a time. */
  boolean isTime() {
    return this == DATE || this == DATETIME || this == TIME;
  }

  /** Whether values of the column can be written so. */
  boolean allows(JsonToken token) {
    return switch (this) {
      case STRING, URI, DATE, DATETIME, TIME -> token == JsonToken.VALUE_STRING;
      case INTEGER -> token == JsonToken.VALUE_NUMBER_INT;
      case FLOAT, DOUBLE -> token.isNumeric();
      case DECIMAL -> token == JsonToken.VALUE_STRING || token.isNumeric();
      case BOOLEAN -> token.isBoolean();
    };
  }
}
