package org.stoa.launch.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.XportVersion;
import org.stoa.data.format.XportWriter;

/** Writes a domain as SAS XPORT version 5; as usual in SDTM, dates are ISO 8601 texts. */
final class XportTable {

  private static final LocalDateTime CREATED = LocalDateTime.of(2025, 9, 1, 9, 0);
  private static final int NUMBER_LENGTH = 8;

  private XportTable() {}

  static void write(Path file, Domain domain, List<Subject> subjects) throws IOException {
    List<ColumnSpec> columns = domain.variables().stream().map(XportTable::column).toList();
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset(domain.name(), domain.label(), columns);
      for (Subject subject : subjects) {
        for (List<Object> row : domain.rows(subject)) {
          writer.row(row.stream().map(XportTable::value).toArray());
        }
      }
    }
  }

  private static ColumnSpec column(Variable variable) {
    return variable.isNumber()
        ? new ColumnSpec(variable.name(), variable.label(), ColumnType.DECIMAL, NUMBER_LENGTH, "")
        : new ColumnSpec(variable.name(), variable.label(), ColumnType.TEXT, variable.length(), "");
  }

  private static Object value(Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }
}
