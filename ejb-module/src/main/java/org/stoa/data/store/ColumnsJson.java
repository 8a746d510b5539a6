package org.stoa.data.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jooq.JSONB;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnType;
import org.stoa.data.ColumnView;
import org.stoa.shared.JsonText;

/** Keeps the columns of a version as JSON, in which a value finds back to its type. */
final class ColumnsJson {

  private ColumnsJson() {}

  static JSONB write(List<ColumnView> columns) {
    return JSONB.valueOf(JsonText.of(columns));
  }

  static List<ColumnView> read(JSONB json) {
    return JsonText.tree(json.data()).asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .map(ColumnsJson::column)
        .toList();
  }

  private static ColumnView column(JsonObject json) {
    ColumnType type = ColumnType.valueOf(json.getString("type"));
    return new ColumnView(
        json.getString("name"),
        json.getString("label", null),
        type,
        json.getInt("length", 0),
        json.getString("format", ""),
        json.getBoolean("reasons", false),
        profile(json.getJsonObject("profile"), type));
  }

  private static ColumnProfile profile(JsonObject json, ColumnType type) {
    return new ColumnProfile(
        json.getJsonNumber("nulls").longValueExact(),
        json.getJsonNumber("distinct").longValueExact(),
        JsonCells.value(json.get("min"), type),
        JsonCells.value(json.get("max"), type),
        json.getJsonArray("examples").stream().map(value -> JsonCells.value(value, type)).toList());
  }
}
