package org.stoa.data.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a file tells about a table besides its rows.
 *
 * @param name its name, such as {@code AE}
 * @param label what it holds in words, perhaps empty
 * @param rows how many rows follow
 * @param columns its columns; the length of a text column is at least that of its longest text, in
 *     bytes of UTF-8
 * @param created when the rows became what they are
 * @param source where they come from, in words, such as {@code AE version 3, SHA-256 …}
 */
public record TableHead(
    String name,
    String label,
    long rows,
    List<ColumnSpec> columns,
    Instant created,
    String source) {

  public TableHead {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(source, "source");
    columns = List.copyOf(columns);
  }
}
