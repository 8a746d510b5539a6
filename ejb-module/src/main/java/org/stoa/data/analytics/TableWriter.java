package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.stoa.data.format.CsvFile;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;

/** Writes tables as Parquet, the fast way where that is sure to be right. */
public class TableWriter {

  private static final Logger LOG = System.getLogger(TableWriter.class.getName());

  private final ParquetWriter writer;

  /** Over the writer that knows both ways. */
  @Inject
  public TableWriter(ParquetWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes a table. For a CSV file the engine's own reader does it when it can; if it refuses the
   * file, or finds another number of rows than the scan did, our own reader does it. Parquet the
   * engine always reads itself.
   *
   * @param progress is told now and then how many rows were taken; what it throws ends the writing
   */
  public void write(SourceTable table, Path parquet, LongConsumer progress) throws IOException {
    if (table instanceof CsvFile csv && writtenFast(csv, parquet)) {
      return;
    }
    if (table instanceof ParquetFile file) {
      requireRows(file.rows(), writer.writeParquet(file, parquet));
      return;
    }
    Files.deleteIfExists(parquet);
    try (RowCursor rows = table.open()) {
      writer.write(rows, parquet, progress);
    }
  }

  private static void requireRows(long expected, long written) throws IOException {
    if (written != expected) {
      throw new IOException("Only " + written + " of " + expected + " rows were written.");
    }
  }

  private boolean writtenFast(CsvFile csv, Path parquet) {
    if (!ParquetWriter.canWriteCsv(csv.profile())) {
      return false;
    }
    try {
      long rows = writer.writeCsv(csv.path(), csv.profile(), parquet);
      if (rows == csv.rows()) {
        return true;
      }
      LOG.log(
          Level.WARNING, "The engine read {0} of {1} rows of {2}", rows, csv.rows(), csv.shownAs());
    } catch (IllegalStateException e) {
      LOG.log(
          Level.WARNING,
          "The engine could not read " + csv.shownAs() + ", so it is read slowly",
          e);
    }
    return false;
  }
}
