package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.data.analytics.VersionFiles;
import org.stoa.data.format.TableHead;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.LossStore;
import org.stoa.data.store.StoredVersion;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;

/** Gives whole versions of datasets away as files; the trail tells who took which. */
@Stateless
public class Exports {

  private DatasetStore store;
  private LossStore lossStore;
  private DataSettings settings;
  private VersionFiles files;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected Exports() {}

  /** With the rows about datasets and losses, where versions lie, and what writes files. */
  @Inject
  public Exports(
      DatasetStore store,
      LossStore lossStore,
      DataSettings settings,
      VersionFiles files,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.lossStore = lossStore;
    this.settings = settings;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a file of a version in this format would not keep of it. It is found out by reading all
   * rows, and kept with the version.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   */
  @Allowed(DataPermissions.READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Loss> losses(UUID datasetId, int number, ExportFormat format) {
    UUID organisation = CallContext.organisation();
    DatasetView dataset = dataset(datasetId);
    StoredVersion version = version(dataset, number);
    UUID id = version.view().id();
    return lossStore
        .find(organisation, id, format)
        .orElseGet(
            () -> {
              List<Loss> losses = files.losses(file(version), head(dataset, version), format);
              lossStore.keep(organisation, id, format, losses, clock.instant());
              return losses;
            });
  }

  /**
   * A version as a file of the format, its rows in the order of the source.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   */
  @Allowed(DataPermissions.READ)
  public VersionExport file(UUID datasetId, int number, ExportFormat format) {
    DatasetView dataset = dataset(datasetId);
    StoredVersion version = version(dataset, number);
    audit.record(
        new AuditEntry(
            "dataset.exported",
            "dataset",
            datasetId.toString(),
            null,
            Map.of("version", number, "format", format.word())));
    Path file = file(version);
    TableHead head = head(dataset, version);
    return new VersionExport(
        format == ExportFormat.PARQUET ? OptionalLong.of(size(file)) : OptionalLong.empty(),
        out -> files.write(file, head, format, out));
  }

  private DatasetView dataset(UUID id) {
    return store
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("dataset", id));
  }

  private StoredVersion version(DatasetView dataset, int number) {
    return store
        .version(CallContext.organisation(), dataset.id(), number)
        .orElseThrow(() -> new NotFoundProblem("version of " + dataset.name(), number));
  }

  private static TableHead head(DatasetView dataset, StoredVersion stored) {
    VersionView version = stored.view();
    return new TableHead(
        dataset.name(),
        dataset.label() == null ? "" : dataset.label(),
        version.rows(),
        stored.specs(),
        version.loadedAt(),
        "%s version %d, SHA-256 %s".formatted(dataset.name(), version.number(), version.sha256()));
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
