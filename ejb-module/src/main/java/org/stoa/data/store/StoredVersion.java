package org.stoa.data.store;

import java.util.List;
import java.util.UUID;
import org.stoa.data.ColumnView;
import org.stoa.data.VersionView;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

/**
 * A version and where it lies.
 *
 * @param datasetId the dataset
 * @param view what others see of it
 * @param path where its Parquet file lies, relative to the directory of versions
 * @param sourceFile the stored file that it was made of, or that held it
 */
public record StoredVersion(UUID datasetId, VersionView view, String path, UUID sourceFile) {

  /** Its columns, for questions. */
  public Schema schema() {
    List<Column> columns =
        view.columnDetails().stream().map(c -> new Column(c.name(), c.type())).toList();
    return new Schema(columns);
  }

  /** Its columns, for files. */
  public List<ColumnSpec> specs() {
    return view.columnDetails().stream().map(StoredVersion::spec).toList();
  }

  private static ColumnSpec spec(ColumnView column) {
    String label = column.label() == null ? "" : column.label();
    return new ColumnSpec(
        column.name(), label, column.type(), column.length(), column.format(), column.reasons());
  }
}
