package org.stoa.data.format.sas7;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.NoRowsProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;

/** A SAS dataset (SAS7BDAT), plain or compressed, as the one table that it is. */
public final class Sas7File implements TableFile, SourceTable {

  private static final byte[] MAGIC = {
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    (byte) 0xC2,
    (byte) 0xEA,
    (byte) 0x81,
    0x60,
    (byte) 0xB3,
    0x14,
    0x11,
    (byte) 0xCF,
    (byte) 0xBD,
    (byte) 0x92,
    0x08,
    0x00,
    0x09,
    (byte) 0xC7,
    0x31,
    (byte) 0x8C,
    0x18,
    0x1F,
    0x10,
    0x11
  };

  private final Sas7Source source;
  private final Sas7Layout layout;
  private final Sas7Dataset dataset;

  private Sas7File(Sas7Source source, Sas7Layout layout, Sas7Dataset dataset) {
    this.source = source;
    this.layout = layout;
    this.dataset = dataset;
  }

  /** Whether a file begins as a dataset does. */
  public static boolean isDataset(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** The bytes that each dataset begins with. */
  static byte[] magic() {
    return MAGIC.clone();
  }

  /**
   * Reads a file from end to end.
   *
   * @param label the name by which problems call the file
   * @param progress is told now and then how many bytes were checked; what it throws ends the check
   * @throws org.stoa.data.format.FileProblem when the file cannot be loaded; it says where and why
   */
  public static Sas7File open(Path file, String label, LongConsumer progress) throws IOException {
    Sas7Source source = new Sas7Source(file, label);
    try {
      Sas7Layout layout = source.layout();
      Sas7Dataset dataset = dataset(source, layout);
      if (dataset.rows() == 0) {
        throw new NoRowsProblem(label, layout.name());
      }
      Sas7Dataset typed = new Sas7Scan(source, layout, dataset).learn(progress);
      return new Sas7File(source, layout, typed);
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static Sas7Dataset dataset(Sas7Source source, Sas7Layout layout) throws IOException {
    Sas7Subheaders subheaders = new Sas7Subheaders(source, layout);
    for (long page = 1; page <= layout.pages(); page++) {
      Sas7Page current = source.page(layout, page);
      subheaders.take(current);
    }
    return subheaders.dataset();
  }

  @Override
  public List<SourceTable> tables() {
    return List.of(this);
  }

  @Override
  public Optional<String> name() {
    return layout.name().isEmpty() ? Optional.empty() : Optional.of(layout.name());
  }

  @Override
  public String label() {
    return dataset.label();
  }

  @Override
  public long rows() {
    return dataset.rows();
  }

  @Override
  public List<ColumnSpec> columns() {
    return dataset.columns().stream().map(Sas7Column::spec).toList();
  }

  @Override
  public RowCursor open() {
    return new Sas7Rows(source, layout, dataset);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
