package org.stoa.data.format;

import org.stoa.data.CsvStyle;
import org.stoa.data.ExportFormat;
import org.stoa.data.format.excel.XlsxSink;

/** Finds what writes a format. */
public final class Sinks {

  private Sinks() {}

  /** What writes files of the format, and tells what these do not keep. */
  public static TableSink of(ExportFormat format) {
    return switch (format) {
      case CSV -> new CsvSink(CsvStyle.EXACT);
      case SPREADSHEET_CSV -> new CsvSink(CsvStyle.SPREADSHEET);
      case XLSX -> new XlsxSink();
      case XPT -> new XportSink();
      case PARQUET -> throw new IllegalArgumentException("Versions are kept as Parquet.");
    };
  }
}
