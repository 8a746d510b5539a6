package org.stoa.data.load;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.data.DatasetView;
import org.stoa.data.LoadResult;
import org.stoa.data.LoadedDataset;
import org.stoa.data.VersionActivated;
import org.stoa.data.VersionView;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.NewVersion;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.work.JobRun;

/**
 * The short part of a load, in one transaction: every table of an upload becomes the active version
 * of its dataset. Files are moved to their place before the rows about them are committed; should
 * the commit fail, a file is left that no row knows, and is swept later.
 */
public class Activation {

  private final DatasetStore store;
  private final AuditTrail audit;
  private final Consumer<VersionActivated> announce;
  private final Path versions;
  private final Clock clock;

  /** With the store, the trail, and who is told. */
  @Inject
  public Activation(
      DatasetStore store,
      AuditTrail audit,
      Event<VersionActivated> activated,
      DataSettings settings,
      Clock clock) {
    this(store, audit, activated::fire, settings.versions(), clock);
  }

  Activation(
      DatasetStore store,
      AuditTrail audit,
      Consumer<VersionActivated> announce,
      Path versions,
      Clock clock) {
    this.store = store;
    this.audit = audit;
    this.announce = announce;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Activates all tables. Datasets are locked in the order of their names, so none waits in a
   * circle.
   */
  LoadResult activate(UUID owner, StagedUpload upload, JobRun run) {
    Staging staging = Staging.of(versions, run.id(), run.attempt());
    Map<String, LoadedDataset> loaded = new HashMap<>();
    upload.tables().stream()
        .sorted(Comparator.comparing(StagedTable::name))
        .forEach(table -> loaded.put(table.name(), activate(owner, table, staging, run)));
    staging.remove();
    List<LoadedDataset> inOrder = new ArrayList<>();
    upload.tables().forEach(table -> inOrder.add(loaded.get(table.name())));
    return new LoadResult(inOrder);
  }

  private LoadedDataset activate(UUID owner, StagedTable table, Staging staging, JobRun run) {
    UUID organisation = CallContext.organisation();
    DatasetView dataset =
        store.lock(organisation, owner, table.name(), table.label(), clock.instant());
    VersionView active = dataset.activeVersion();
    if (table.unchanged().isPresent()) {
      int number = table.unchanged().get();
      return loaded(
          dataset, store.version(organisation, dataset.id(), number).orElseThrow().view(), true);
    }
    if (active != null
        && active.sourceSha256().equals(table.source().sha256())
        && active.options().equals(table.source().options())) {
      return loaded(dataset, active, true);
    }
    VersionView version = store.activate(organisation, dataset.id(), publish(table, staging, run));
    tell(dataset, active, version);
    return loaded(dataset, version, false);
  }

  private NewVersion publish(StagedTable table, Staging staging, JobRun run) {
    StagedTable.Content content = table.content().orElseThrow();
    UUID id = Ids.next();
    Instant now = clock.instant();
    String path = CallContext.organisation() + "/" + id + VersionDisk.SUFFIX;
    staging.publish(content.file(), path, now);
    return new NewVersion(
        id,
        content.rows(),
        content.columns(),
        content.losses(),
        path,
        content.bytes(),
        content.sha256(),
        table.source(),
        run.id(),
        now);
  }

  private void tell(DatasetView dataset, VersionView before, VersionView version) {
    audit.record(
        new AuditEntry(
            "dataset.version-activated",
            "dataset",
            dataset.id().toString(),
            before == null ? null : before.summary(),
            version.summary()));
    announce.accept(
        new VersionActivated(dataset.owner(), dataset.id(), dataset.name(), version.number()));
  }

  private static LoadedDataset loaded(DatasetView dataset, VersionView version, boolean unchanged) {
    return new LoadedDataset(
        dataset.id(),
        dataset.name(),
        version.number(),
        version.rows(),
        version.columns(),
        version.losses().size(),
        unchanged);
  }
}
