package org.stoa.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stoa.data.ColumnType;

/** A CSV file as the one table that it is. */
public final class CsvFile implements TableFile, SourceTable {

  private final Path file;
  private final String label;
  private final CsvProfile profile;

  private CsvFile(Path file, String label, CsvProfile profile) {
    this.file = file;
    this.label = label;
    this.profile = profile;
  }

  /**
   * Scans a file from end to end.
   *
   * @param label the name by which problems call the file
   * @param progress is told now and then how many bytes were checked; what it throws ends the scan
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static CsvFile open(Path file, String label, LongConsumer progress) throws IOException {
    return new CsvFile(file, label, CsvScanner.scan(file, label, progress));
  }

  /** Where its bytes are. */
  public Path path() {
    return file;
  }

  /** By which problems call it. */
  public String shownAs() {
    return label;
  }

  /** What the scan learned. */
  public CsvProfile profile() {
    return profile;
  }

  @Override
  public List<SourceTable> tables() {
    return List.of(this);
  }

  @Override
  public Optional<String> name() {
    return Optional.empty();
  }

  @Override
  public String label() {
    return "";
  }

  @Override
  public long rows() {
    return profile.rows();
  }

  /** Only texts have a length: that of other values is how they happen to be written. */
  @Override
  public List<ColumnSpec> columns() {
    return profile.specs().stream()
        .map(spec -> spec.type() == ColumnType.TEXT ? spec : spec.sized(0))
        .toList();
  }

  @Override
  public RowCursor open() throws IOException {
    return CsvReader.open(file, label, profile);
  }

  /** Nothing of its own is open. */
  @Override
  public void close() {}
}
