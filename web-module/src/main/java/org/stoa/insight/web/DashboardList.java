package org.stoa.insight.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.insight.DashboardView;
import org.stoa.insight.Dashboards;
import org.stoa.shared.web.PageParameters;

/** The dashboards of the study that the address names. */
@Named
@RequestScoped
public class DashboardList {

  @Inject private Dashboards dashboards;
  @Inject private PageParameters parameters;

  private List<DashboardView> all;

  @PostConstruct
  void read() {
    all = dashboards.list(parameters.id("study"));
  }

  /** All of them, the oldest first. */
  public List<DashboardView> getAll() {
    return all;
  }
}
