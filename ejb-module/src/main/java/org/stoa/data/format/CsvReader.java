package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.stoa.data.ColumnType;

/**
 * Walks over the rows of a CSV file that was scanned before, with the types that the scan found.
 */
public final class CsvReader implements RowCursor {

  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final CsvFields fields;
  private final List<ColumnSpec> columns;
  private final boolean[] isText;
  private final boolean[] hasMisfits;
  private final boolean[] missing;
  private final int[] ends;
  private byte[] bytes = new byte[4_096];
  private long row;
  private final long rows;

  private CsvReader(CsvFields fields, CsvProfile profile) throws IOException {
    this.fields = fields;
    this.columns = profile.specs();
    this.rows = profile.rows();
    int width = columns.size();
    this.isText = new boolean[width];
    this.hasMisfits = new boolean[width];
    this.missing = new boolean[width];
    this.ends = new int[width + 1];
    for (int i = 0; i < width; i++) {
      isText[i] = columns.get(i).type() == ColumnType.TEXT;
      hasMisfits[i] = profile.columns().get(i).misfits() > 0;
    }
    while (profile.header() && fields.next() == CsvFields.FIELD) {
      // The header was read by the scan.
    }
  }

  /**
   * Opens a file.
   *
   * @param profile what a scan of the same bytes found
   */
  public static CsvReader open(Path file, String label, CsvProfile profile) throws IOException {
    CsvDialect dialect =
        new CsvDialect(profile.delimiter(), profile.quote(), profile.bom(), profile.header());
    CsvFields fields = new CsvFields(file, label, dialect, bytes -> {});
    try {
      return new CsvReader(fields, profile);
    } catch (IOException | RuntimeException e) {
      fields.close();
      throw e;
    }
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (row == rows) {
      return false;
    }
    try {
      for (int i = 0; i < missing.length; i++) {
        if (fields.next() == CsvFields.NONE) {
          throw new IllegalStateException("The file has changed since it was scanned.");
        }
        take(i);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row++;
    return true;
  }

  private void take(int column) {
    int length = fields.end() - fields.start();
    int begin = ends[column];
    if (begin + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, begin + length));
    }
    System.arraycopy(fields.bytes(), fields.start(), bytes, begin, length);
    ends[column + 1] = begin + length;
    missing[column] =
        length == 0 ? !(isText[column] && fields.quoted()) : hasMisfits[column] && isMisfit(column);
  }

  private boolean isMisfit(int column) {
    ColumnType type = columns.get(column).type();
    return !WantedType.fits(fields.bytes(), fields.start(), fields.end(), type);
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public boolean isMissing(int column) {
    return missing[column];
  }

  @Override
  public String text(int column) {
    int begin = ends[column];
    return new String(bytes, begin, ends[column + 1] - begin, UTF_8);
  }

  @Override
  public long integer(int column) {
    int at = ends[column];
    int end = ends[column + 1];
    boolean negative = bytes[at] == '-';
    long value = 0;
    for (int i = negative || bytes[at] == '+' ? at + 1 : at; i < end; i++) {
      value = value * 10 - (bytes[i] - '0');
    }
    return negative ? value : -value;
  }

  @Override
  public double decimal(int column) {
    int begin = ends[column];
    int end = ends[column + 1];
    int at = bytes[begin] == '-' ? begin + 1 : begin;
    long digits = 0;
    int point = end;
    for (int i = at; i < end; i++) {
      byte c = bytes[i];
      if (c == '.') {
        point = i;
      } else if (c >= '0' && c <= '9' && end - at <= 16) {
        digits = digits * 10 + (c - '0');
      } else {
        return Double.parseDouble(new String(bytes, begin, end - begin, ISO_8859_1));
      }
    }
    int decimals = Math.max(0, end - point - 1);
    // Both are exact, so one division rounds as it should.
    double value = digits / POWERS[decimals];
    return at > begin ? -value : value;
  }

  @Override
  public boolean bool(int column) {
    return (bytes[ends[column]] | 0x20) == 't';
  }

  @Override
  public int epochDay(int column) {
    return (int) day(ends[column]);
  }

  private long day(int at) {
    return LocalDate.of((int) number(at, 4), (int) number(at + 5, 2), (int) number(at + 8, 2))
        .toEpochDay();
  }

  @Override
  public long epochMicro(int column) {
    int at = ends[column];
    return day(at) * 86_400_000_000L + micro(at + 11, ends[column + 1]);
  }

  private long micro(int at, int end) {
    long seconds = number(at, 2) * 3_600 + number(at + 3, 2) * 60 + number(at + 6, 2);
    return seconds * 1_000_000L + micros(at + 9, end);
  }

  private long micros(int at, int end) {
    long micros = at < end ? number(at, end - at) : 0;
    for (int digits = Math.max(0, end - at); digits < 6; digits++) {
      micros *= 10;
    }
    return micros;
  }

  private long number(int at, int count) {
    long value = 0;
    for (int i = at; i < at + count; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  @Override
  public long microOfDay(int column) {
    return micro(ends[column], ends[column + 1]);
  }

  @Override
  public void close() throws IOException {
    fields.close();
  }
}
