package org.stoa.system.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A CSV file as plain Java reads it, with nothing of the application: what its numbers are compared
 * with.
 *
 * @param rows the rows by column name
 */
record Table(List<Map<String, String>> rows) {

  static Table read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = fields(lines.get(0));
    return new Table(lines.stream().skip(1).map(line -> row(names, fields(line))).toList());
  }

  long distinct(String column) {
    return rows.stream().map(row -> row.get(column)).distinct().count();
  }

  long count(String column, String value) {
    return rows.stream().filter(row -> row.get(column).equals(value)).count();
  }

  /** How many rows there are for each key. */
  Map<String, Long> countedBy(Function<Map<String, String>, String> key) {
    return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  /** The value of one column for each value of another. */
  Map<String, String> lookup(String from, String to) {
    return rows.stream().collect(Collectors.toMap(row -> row.get(from), row -> row.get(to)));
  }

  private static Map<String, String> row(List<String> names, List<String> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), fields.get(i));
    }
    return row;
  }

  /** Fields between commas; a quoted one may have commas, and doubled quotes. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char at = line.charAt(i);
      if (at == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (at == '"') {
        quoted = !quoted;
      } else if (at == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(at);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
