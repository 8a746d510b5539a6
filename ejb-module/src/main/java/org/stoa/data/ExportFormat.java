package org.stoa.data;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which rows are given away. */
public enum ExportFormat {
  /** RFC 4180 in UTF-8, every value as it is. */
  CSV("csv", "csv", "text/csv;charset=utf-8"),
  /** CSV for people who open it in a spreadsheet: nothing in it runs as a formula. */
  SPREADSHEET_CSV("spreadsheet-csv", "csv", "text/csv;charset=utf-8"),
  /** Apache Parquet, with types. */
  PARQUET("parquet", "parquet", "application/vnd.apache.parquet"),
  /** An Excel workbook, with types. */
  XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** SAS XPORT, version 5: the layout that regulators take. */
  XPT("xpt", "xpt", "application/x-sas-xport"),
  /** CDISC Dataset-JSON 1.1 as one object. */
  DATASET_JSON("dataset-json", "json", "application/json"),
  /** CDISC Dataset-JSON 1.1 by lines: first the columns, then each row. */
  DATASET_NDJSON("dataset-ndjson", "ndjson", "application/x-ndjson"),
  /** CDISC Dataset-JSON 1.1 by lines, compressed. */
  DSJC("dsjc", "dsjc", "application/vnd.cdisc.dataset-json.compressed");

  private final String word;
  private final String ending;
  private final String mediaType;

  ExportFormat(String word, String ending, String mediaType) {
    this.word = word;
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** The format of this {@link #word()}. */
  public static Optional<ExportFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** How addresses name it. */
  public String word() {
    return word;
  }

  /** How names of such files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** The media type of its bytes. */
  public String mediaType() {
    return mediaType;
  }
}
