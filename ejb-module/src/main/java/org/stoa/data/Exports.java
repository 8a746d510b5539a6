package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.data.analytics.CsvExport;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.StoredVersion;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;

/** Gives whole versions of datasets away as files; the trail tells who took which. */
@Stateless
public class Exports {

  private DatasetStore store;
  private DataSettings settings;
  private CsvExport csv;
  private AuditTrail audit;

  /** For the container's proxies only. */
  protected Exports() {}

  /** With the store of the rows about datasets, where versions lie, and what writes CSV. */
  @Inject
  public Exports(DatasetStore store, DataSettings settings, CsvExport csv, AuditTrail audit) {
    this.store = store;
    this.settings = settings;
    this.csv = csv;
    this.audit = audit;
  }

  /**
   * A version as CSV (RFC 4180) in UTF-8: a header, then the rows in the order of the file. A
   * missing value is an empty field, an empty text is two quotes.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   */
  @Allowed(DataPermissions.READ)
  public VersionExport csv(UUID datasetId, int number, CsvStyle style) {
    StoredVersion version = taken(datasetId, number, "csv");
    Path file = file(version);
    return new VersionExport(
        OptionalLong.empty(),
        out -> csv.write(file, version.schema(), version.view().rows(), style, out));
  }

  /**
   * A version as the Parquet file that is kept, whose checksum is {@link VersionView#sha256()}.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   */
  @Allowed(DataPermissions.READ)
  public VersionExport parquet(UUID datasetId, int number) {
    Path file = file(taken(datasetId, number, "parquet"));
    return new VersionExport(OptionalLong.of(size(file)), out -> Files.copy(file, out));
  }

  private StoredVersion taken(UUID datasetId, int number, String format) {
    UUID organisation = CallContext.organisation();
    DatasetView dataset =
        store
            .find(organisation, datasetId)
            .orElseThrow(() -> new NotFoundProblem("dataset", datasetId));
    StoredVersion version =
        store
            .version(organisation, datasetId, number)
            .orElseThrow(() -> new NotFoundProblem("version of " + dataset.name(), number));
    audit.record(
        new AuditEntry(
            "dataset.exported",
            "dataset",
            datasetId.toString(),
            null,
            Map.of("version", number, "format", format)));
    return version;
  }

  private Path file(StoredVersion version) {
    return settings.versions().resolve(version.path());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
