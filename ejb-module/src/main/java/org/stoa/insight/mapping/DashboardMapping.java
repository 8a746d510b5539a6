package org.stoa.insight.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.insight.DashboardMapped;
import org.stoa.insight.InsightPermissions;
import org.stoa.insight.MapDashboards;
import org.stoa.insight.domain.DashboardDefinition;
import org.stoa.insight.domain.FieldMapping;
import org.stoa.insight.domain.SafetyOverview;
import org.stoa.insight.store.DashboardRecords;
import org.stoa.insight.store.StoredDashboard;
import org.stoa.shared.CallContext;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/**
 * The job {@code insight.map}: lets the templates look at the datasets of an owner. It all happens
 * in the completing transaction, one owner at a time, so that the last job sees the newest versions
 * and a template makes one dashboard only.
 */
@ApplicationScoped
@Handles(kind = MapDashboards.KIND, maxAttempts = 5, openTo = InsightPermissions.EDIT)
public class DashboardMapping implements JobHandler<MapDashboards, Void> {

  private DashboardRecords records;
  private Datasets datasets;
  private Event<DashboardMapped> mapped;
  private Clock clock;

  /** For the container's proxies only. */
  protected DashboardMapping() {}

  /** With the store of the dashboards, the datasets, the announcement and the clock. */
  @Inject
  public DashboardMapping(
      DashboardRecords records, Datasets datasets, Event<DashboardMapped> mapped, Clock clock) {
    this.records = records;
    this.datasets = datasets;
    this.mapped = mapped;
    this.clock = clock;
  }

  /**
   * The result of the job.
   *
   * @param dashboardId the dashboard that appeared or was changed
   */
  public record Mapped(UUID dashboardId) {}

  @Override
  public Void run(MapDashboards payload, JobRun run) {
    run.checkCancelled();
    return null;
  }

  @Override
  public void complete(MapDashboards payload, Void nothing, JobRun run) {
    UUID owner = payload.owner();
    records.lock(owner);
    Map<String, List<ColumnView>> columns = activeColumns(owner);
    if (columns.isEmpty()) {
      return;
    }
    DashboardDefinition definition = SafetyOverview.over(FieldMapping.of(columns));
    UUID organisation = CallContext.organisation();
    Optional<StoredDashboard> before = records.find(organisation, owner, SafetyOverview.TEMPLATE);
    if (before.map(StoredDashboard::definition).filter(definition::equals).isPresent()) {
      return;
    }
    UUID id = keep(organisation, owner, before, definition);
    run.result(new Mapped(id));
    mapped.fire(new DashboardMapped(owner, id));
  }

  private UUID keep(
      UUID organisation,
      UUID owner,
      Optional<StoredDashboard> before,
      DashboardDefinition definition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (before.isEmpty()) {
      return records.add(organisation, owner, SafetyOverview.TEMPLATE, definition, now);
    }
    UUID id = before.get().id();
    records.redefine(organisation, id, definition, now);
    return id;
  }

  private Map<String, List<ColumnView>> activeColumns(UUID owner) {
    Map<String, List<ColumnView>> columns = new HashMap<>();
    for (DatasetView dataset : datasets.list(owner)) {
      if (SafetyOverview.DATASETS.contains(dataset.name()) && dataset.activeVersion() != null) {
        columns.put(dataset.name(), dataset.activeVersion().columnDetails());
      }
    }
    return columns;
  }
}
