package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.CsvReader;
import org.stoa.data.format.RowCursor;

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
   * Writes a CSV file. The engine's own reader does it when it can; if it refuses the file, or
   * finds another number of rows than the scan did, our own reader does it.
   *
   * @param progress is told now and then how many rows were taken; what it throws ends the writing
   */
  public void writeCsv(
      Path csv, String label, CsvProfile profile, Path parquet, LongConsumer progress)
      throws IOException {
    if (ParquetWriter.canWriteCsv(profile) && writtenFast(csv, label, profile, parquet)) {
      return;
    }
    Files.deleteIfExists(parquet);
    try (CsvReader rows = CsvReader.open(csv, label, profile)) {
      write(rows, parquet, progress);
    }
  }

  /** Writes the rows that a cursor walks over. */
  public void write(RowCursor rows, Path parquet, LongConsumer progress) {
    writer.write(rows, parquet, progress);
  }

  private boolean writtenFast(Path csv, String label, CsvProfile profile, Path parquet) {
    try {
      long rows = writer.writeCsv(csv, profile, parquet);
      if (rows == profile.rows()) {
        return true;
      }
      LOG.log(Level.WARNING, "The engine read {0} of {1} rows of {2}", rows, profile.rows(), label);
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "The engine could not read " + label + ", so it is read slowly", e);
    }
    return false;
  }
}
