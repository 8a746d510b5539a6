package org.stoa.insight.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.stoa.insight.DashboardView;
import org.stoa.insight.Dashboards;
import org.stoa.insight.MappedField;
import org.stoa.insight.WidgetView;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.PageParameters;

/** The dashboard that the address names, with its widgets but without their numbers. */
@Named("dashboardPage")
@RequestScoped
public class DashboardPage {

  @Inject private Dashboards dashboards;
  @Inject private PageParameters parameters;

  private DashboardView dashboard;

  @PostConstruct
  void read() {
    UUID id = parameters.id("dashboard");
    dashboard = dashboards.find(id);
    if (!dashboard.owner().equals(parameters.id("study"))) {
      throw new NotFoundProblem("dashboard", id);
    }
  }

  /** The dashboard. */
  public DashboardView getDashboard() {
    return dashboard;
  }

  /** The numbers of its pages, from 1. */
  public List<Integer> getPages() {
    return dashboard.widgets().stream().map(WidgetView::page).distinct().sorted().toList();
  }

  /** The page that is shown. */
  public int getPage() {
    return parameters.number("page").filter(getPages()::contains).orElse(1);
  }

  /** The widgets of that page in reading order. */
  public List<WidgetView> getWidgets() {
    return dashboard.widgets().stream()
        .filter(widget -> widget.page() == getPage())
        .sorted(Comparator.comparingInt(WidgetView::position))
        .toList();
  }

  /** What the template looked for and did not find. */
  public List<MappedField> getMissing() {
    return dashboard.fields().stream().filter(field -> field.column() == null).toList();
  }
}
