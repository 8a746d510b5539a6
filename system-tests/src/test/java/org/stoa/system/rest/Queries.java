package org.stoa.system.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Writes the JSON of queries. */
final class Queries {

  private Queries() {}

  /** How many rows pass the filter. */
  static JsonObject count(String filter) {
    JsonObjectBuilder query = query(List.of(), measure("count", "*", "n"));
    return (filter == null ? query : query.add("filter", filter)).build();
  }

  /** Measures for each value of the dimensions, in their order. */
  static JsonObjectBuilder query(List<String> dimensions, JsonObject... measures) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (JsonObject measure : measures) {
      all.add(measure);
    }
    return Json.createObjectBuilder()
        .add("dimensions", Json.createArrayBuilder(dimensions))
        .add("measures", all)
        .add("sort", Json.createArrayBuilder(dimensions));
  }

  static JsonObject measure(String op, String column, String as) {
    return Json.createObjectBuilder().add("op", op).add("column", column).add("as", as).build();
  }
}
