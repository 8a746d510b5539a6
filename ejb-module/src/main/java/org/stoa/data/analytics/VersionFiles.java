package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stoa.data.ExportFormat;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.Losses;
import org.stoa.data.format.Sinks;
import org.stoa.data.format.TableHead;

/** Writes rows that lie in a Parquet file in any format. */
public class VersionFiles {

  private final Analytics analytics;
  private final TextLengths lengths;

  /** Over the engine. */
  @Inject
  public VersionFiles(Analytics analytics) {
    this.analytics = analytics;
    this.lengths = new TextLengths(analytics);
  }

  /** What a format does not keep of the rows. */
  public List<Loss> losses(Path parquet, TableHead table, ExportFormat format) {
    if (format == ExportFormat.PARQUET) {
      return ofParquet(table);
    }
    TableHead measured = measured(parquet, table);
    return Sinks.of(format).losses(measured, rows(parquet, measured));
  }

  /** Writes the rows; the stream stays open. */
  public void write(Path parquet, TableHead table, ExportFormat format, OutputStream out)
      throws IOException {
    if (format == ExportFormat.PARQUET) {
      Files.copy(parquet, out);
      return;
    }
    TableHead measured = measured(parquet, table);
    Sinks.of(format).write(measured, rows(parquet, measured), out);
  }

  private VersionRows rows(Path parquet, TableHead table) {
    return new VersionRows(analytics, parquet, table.columns(), table.rows());
  }

  private TableHead measured(Path parquet, TableHead table) {
    return new TableHead(
        table.name(),
        table.label(),
        table.rows(),
        lengths.measured(parquet, table.columns()),
        table.created(),
        table.source());
  }

  private static List<Loss> ofParquet(TableHead table) {
    Losses losses = new Losses(table.columns());
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnSpec column = table.columns().get(i);
      if (!column.label().isEmpty() || !column.format().isEmpty()) {
        losses.column(i, Kind.DESCRIPTION, "Parquet keeps names and types, no labels or formats.");
      }
      if (column.reasons()) {
        losses.column(
            i,
            Kind.MISSING,
            "Why values are missing stands in the column "
                + VersionTable.reasonsOf(column.name())
                + ", which other programs do not know.");
      }
    }
    return losses.list();
  }
}
