package org.stoa.data.format;

import org.stoa.data.CsvStyle;
import org.stoa.data.ExportFormat;
import org.stoa.data.format.excel.XlsxSink;
import org.stoa.data.format.json.DatasetJsonForm;
import org.stoa.data.format.json.DatasetJsonOrigin;
import org.stoa.data.format.json.DatasetJsonSink;
import org.stoa.shared.ProductVersion;

/** Finds what writes a format. */
public final class Sinks {

  private static final DatasetJsonOrigin STOA =
      new DatasetJsonOrigin("", "Stoa", ProductVersion.text());

  private Sinks() {}

  /** What writes files of the format, and tells what these do not keep. */
  public static TableSink of(ExportFormat format) {
    return switch (format) {
      case CSV -> new CsvSink(CsvStyle.EXACT);
      case SPREADSHEET_CSV -> new CsvSink(CsvStyle.SPREADSHEET);
      case XLSX -> new XlsxSink();
      case XPT -> new XportSink();
      case DATASET_JSON -> new DatasetJsonSink(DatasetJsonForm.JSON, STOA);
      case DATASET_NDJSON -> new DatasetJsonSink(DatasetJsonForm.NDJSON, STOA);
      case DSJC -> new DatasetJsonSink(DatasetJsonForm.DSJC, STOA);
      case PARQUET -> throw new IllegalArgumentException("Versions are kept as Parquet.");
    };
  }
}
