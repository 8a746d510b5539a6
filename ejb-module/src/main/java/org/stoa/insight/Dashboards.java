package org.stoa.insight;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.data.ColumnType;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.data.FilterProblem;
import org.stoa.data.Lookup;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;
import org.stoa.data.RowPage;
import org.stoa.data.RowRequest;
import org.stoa.insight.domain.Answer;
import org.stoa.insight.domain.Base;
import org.stoa.insight.domain.WidgetDefinition;
import org.stoa.insight.store.DashboardRecords;
import org.stoa.insight.store.StoredDashboard;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;

/** The dashboards of the current organisation, their numbers, and the rows behind these. */
@Stateless
public class Dashboards {

  private DashboardRecords records;
  private Datasets datasets;

  /** For the container's proxies only. */
  protected Dashboards() {}

  /** With the store of the dashboards, and the datasets that they ask. */
  @Inject
  public Dashboards(DashboardRecords records, Datasets datasets) {
    this.records = records;
    this.datasets = datasets;
  }

  /** The dashboards of an owner, such as a study; the oldest first. */
  @Allowed(InsightPermissions.READ)
  public List<DashboardView> list(UUID owner) {
    return records.list(CallContext.organisation(), owner).stream()
        .map(StoredDashboard::view)
        .toList();
  }

  /**
   * One dashboard.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(InsightPermissions.READ)
  public DashboardView find(UUID id) {
    return required(id).view();
  }

  /**
   * The numbers of a widget, computed now from the active versions. What keeps it from being
   * computed is said in {@link WidgetData#missing}.
   *
   * @throws NotFoundProblem when there is no such dashboard or widget
   */
  @Allowed(InsightPermissions.READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public WidgetData data(UUID dashboardId, String widgetId) {
    StoredDashboard dashboard = required(dashboardId);
    WidgetDefinition widget = required(dashboard, widgetId);
    if (widget.missing() != null) {
      return WidgetData.missing(widgetId, widget.missing());
    }
    Sources sources = Sources.of(datasets.list(dashboard.owner()), widget.datasets());
    if (sources.missing().isPresent()) {
      return WidgetData.missing(widgetId, sources.missing().get());
    }
    try {
      return computed(widget, sources);
    } catch (InvalidProblem | FilterProblem problem) {
      return WidgetData.missing(widgetId, "This cannot be computed now. " + problem.detail());
    }
  }

  /**
   * The rows that a mark was counted from.
   *
   * @throws NotFoundProblem when there is no such dashboard or widget, or it has no numbers
   * @throws org.stoa.shared.InvalidProblem when the widget has no such mark
   */
  @Allowed(InsightPermissions.READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public RowPage rows(UUID dashboardId, String widgetId, MarkRows wanted) {
    StoredDashboard dashboard = required(dashboardId);
    WidgetDefinition widget = required(dashboard, widgetId);
    Sources sources = Sources.of(datasets.list(dashboard.owner()), widget.datasets());
    if (widget.missing() != null || sources.missing().isPresent()) {
      throw new NotFoundProblem("number behind the widget", widgetId);
    }
    Query query = widget.query();
    List<Object> key =
        wanted.mark() == null ? List.of() : MarkIds.key(wanted.mark(), query.dimensions().size());
    List<ColumnType> types = sources.types(widget.dataset(), query.dimensions());
    DatasetView dataset = sources.get(widget.dataset());
    Integer version = wanted.after() == null ? dataset.activeVersion().number() : null;
    RowRequest request =
        new RowRequest(version, widget.rowsBehind(types, key), null, wanted.limit(), wanted.after())
            .withLookups(query.lookups());
    return datasets.rows(dataset.id(), request);
  }

  private WidgetData computed(WidgetDefinition widget, Sources sources) {
    QueryResult result = ask(sources, widget.dataset(), widget.query());
    Optional<Long> whole = Optional.ofNullable(widget.base()).map(base -> whole(sources, base));
    Answer answer = widget.answer(result, whole);
    List<ColumnType> types =
        result.columns().stream()
            .limit(widget.query().dimensions().size())
            .map(ResultColumn::type)
            .toList();
    List<Mark> marks =
        answer.keys().stream()
            .map(key -> new Mark(MarkIds.of(key), widget.rowsBehind(types, key)))
            .toList();
    return new WidgetData(
        widget.id(),
        answer.columns(),
        answer.rows(),
        widget.figure(answer),
        result.version(),
        sources.all(),
        marks,
        answer.note(),
        null);
  }

  private long whole(Sources sources, Base base) {
    QueryResult result = ask(sources, base.dataset(), base.query());
    return ((Number) result.rows().get(0).get(0)).longValue();
  }

  private QueryResult ask(Sources sources, String name, Query query) {
    DatasetView dataset = sources.get(name);
    List<Lookup> pinned =
        query.lookups().stream()
            .map(lookup -> lookup.ofVersion(sources.version(lookup.dataset())))
            .toList();
    Query asked = query.withLookups(pinned).ofVersion(sources.version(name));
    return datasets.query(dataset.id(), asked);
  }

  private StoredDashboard required(UUID id) {
    return records
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("dashboard", id));
  }

  private static WidgetDefinition required(StoredDashboard dashboard, String widgetId) {
    return dashboard
        .definition()
        .widget(widgetId)
        .orElseThrow(() -> new NotFoundProblem("widget", widgetId));
  }
}
