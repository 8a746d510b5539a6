package org.stoa.data.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns that a question may name. Case does not matter. */
public final class Schema {

  private final Map<String, Column> columns = new LinkedHashMap<>();

  /** A schema of these columns, whose names differ also when case is ignored. */
  public Schema(List<Column> columns) {
    columns.forEach(column -> this.columns.put(key(column.name()), column));
  }

  /** The columns in their order. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** The column of this name. */
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(key(name)));
  }

  /** What to say when there is no such column. */
  public String unknown(String name) {
    List<String> names = columns.values().stream().map(Column::name).toList();
    return "There is no column " + Names.shown(name) + "." + Names.hint(name, names);
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
