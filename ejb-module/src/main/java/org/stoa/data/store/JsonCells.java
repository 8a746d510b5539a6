package org.stoa.data.store;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.stoa.data.ColumnType;

/** Reads the values of {@link org.stoa.data.RowPage} back from JSON. */
final class JsonCells {

  private JsonCells() {}

  /** A value of a column of this type; null when there is none. */
  static Object value(JsonValue json, ColumnType type) {
    if (json instanceof JsonString text) {
      return text.getString();
    }
    if (json instanceof JsonNumber number) {
      return type == ColumnType.INTEGER
          ? (Object) number.longValueExact()
          : (Object) number.doubleValue();
    }
    return json == null || json == JsonValue.NULL ? null : (Object) (json == JsonValue.TRUE);
  }
}
