package org.stoa.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.XportVersion;
import org.stoa.data.format.XportWriter;

/** Writes the rows of {@link LaboratoryFile} as SAS XPORT, version 5. */
final class LaboratoryXpt {

  private static final LocalDateTime CREATED = LocalDateTime.of(2024, 1, 1, 0, 0);

  private static final List<ColumnSpec> COLUMNS =
      List.of(
          ColumnSpec.text("STUDYID", "Study", 12),
          ColumnSpec.text("USUBJID", "Subject", 12),
          ColumnSpec.integer("LBSEQ", "Sequence"),
          ColumnSpec.text("LBTESTCD", "Test", 8),
          ColumnSpec.text("LBCAT", "Category", 12),
          ColumnSpec.decimal("LBSTRESN", "Result"),
          ColumnSpec.text("LBSTRESU", "Unit", 8),
          ColumnSpec.text("LBNRIND", "Indicator", 8),
          ColumnSpec.integer("VISITNUM", "Visit number"),
          ColumnSpec.text("VISIT", "Visit", 8),
          ColumnSpec.date("LBDT", "Date"),
          ColumnSpec.text("SITEID", "Site", 3));

  private LaboratoryXpt() {}

  static Path write(Path file, int rows) throws IOException {
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset("LB", "Laboratory results", COLUMNS);
      for (int row = 0; row < rows; row++) {
        String[] cells = LaboratoryFile.cells(row);
        Object[] values = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
          values[i] = value(COLUMNS.get(i), cells[i]);
        }
        writer.row(values);
      }
    }
    return file;
  }

  private static Object value(ColumnSpec column, String cell) {
    return switch (column.type()) {
      case INTEGER -> Integer.valueOf(cell);
      case DECIMAL -> cell.isEmpty() ? null : Double.valueOf(cell);
      case DATE -> LocalDate.parse(cell);
      default -> cell;
    };
  }
}
