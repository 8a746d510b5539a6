package org.stoa.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.stoa.data.ReadOptions;

/**
 * Reads a CSV file once, from end to end and in constant memory: finds every fault that would spoil
 * a load, counts the rows, and learns the narrowest type that each column has without losing
 * anything.
 *
 * <p>CSV means, unless a person says otherwise: fields parted by comma, semicolon, tab or bar
 * (whatever splits the first records evenly); quotes as in RFC 4180; records that end in LF, CRLF
 * or CR; UTF-8 with or without byte order mark; the first record names the columns unless it looks
 * like the others. An empty field without quotes is a missing value. Empty lines at the end are
 * ignored; in a file of one column every empty line is a row without a value.
 */
public final class CsvScanner {

  private final CsvFields fields;
  private final String label;
  private final List<String> names;
  private final WatchedColumn[] columns;
  private long rows;
  private long emptyLine;

  private CsvScanner(CsvFields fields, String label, List<String> names, ReadOptions options) {
    this.fields = fields;
    this.label = label;
    this.names = names;
    this.columns = WatchedColumns.of(label, names, options);
  }

  /**
   * Scans a file of which nothing is known.
   *
   * @param label the name by which problems call the file
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static CsvProfile scan(Path file, String label) throws IOException {
    return scan(file, label, ReadOptions.DETECT, bytes -> {});
  }

  /**
   * Scans a file in UTF-8.
   *
   * @param options what a person corrected; the encoding does not count here
   * @param progress is told now and then how many bytes were read; what it throws ends the scan
   */
  public static CsvProfile scan(Path file, String label, ReadOptions options, LongConsumer progress)
      throws IOException {
    CsvDialect dialect = CsvDialect.of(file, label, options);
    try (CsvFields fields = new CsvFields(file, label, dialect, progress)) {
      List<String> names =
          dialect.header()
              ? CsvHeader.read(fields, label)
              : CsvHeader.numbered(file, label, dialect);
      return new CsvScanner(fields, label, names, options).scan(dialect);
    }
  }

  private CsvProfile scan(CsvDialect dialect) throws IOException {
    while (scanRecord()) {
      // Each call takes one record.
    }
    if (rows == 0) {
      throw new NoRowsProblem(label);
    }
    List<CsvColumn> found = new ArrayList<>(columns.length);
    for (int i = 0; i < columns.length; i++) {
      found.add(columns[i].column(names.get(i)));
    }
    return new CsvProfile(
        dialect.delimiter(),
        dialect.quote(),
        dialect.header(),
        dialect.bom(),
        fields.lineEnding(),
        rows,
        found);
  }

  private boolean scanRecord() throws IOException {
    int step = fields.next();
    if (step == CsvFields.NONE) {
      return false;
    }
    if (step == CsvFields.LAST_FIELD && isEmptyLine()) {
      emptyLine = emptyLine == 0 ? fields.recordLine() : emptyLine;
      return true;
    }
    if (emptyLine > 0) {
      throw new RaggedRowProblem(label, emptyLine, columns.length, 0);
    }
    int found = 0;
    while (true) {
      if (found < columns.length) {
        columns[found].accept(
            fields.bytes(), fields.start(), fields.end(), fields.quoted(), fields.recordLine());
      }
      found++;
      if (step == CsvFields.LAST_FIELD) {
        break;
      }
      step = fields.next();
    }
    if (found != columns.length) {
      throw new RaggedRowProblem(label, fields.recordLine(), columns.length, found);
    }
    rows++;
    return true;
  }

  private boolean isEmptyLine() {
    return columns.length > 1 && fields.start() == fields.end() && !fields.quoted();
  }
}
