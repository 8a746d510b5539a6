package org.stoa.insight.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.stoa.data.VersionActivated;
import org.stoa.insight.MapDashboards;
import org.stoa.insight.domain.SafetyOverview;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/**
 * Asks for dashboards to be mapped when a dataset that a template looks at has a new version. The
 * job is submitted in the transaction that activates the version: it begins after the commit, and
 * is not lost when the server stops in between.
 */
@ApplicationScoped
public class DatasetWatch {

  private Jobs jobs;

  /** For the container's proxies only. */
  protected DatasetWatch() {}

  /** With the work engine. */
  @Inject
  public DatasetWatch(Jobs jobs) {
    this.jobs = jobs;
  }

  void mapDashboards(@Observes VersionActivated version) {
    if (SafetyOverview.DATASETS.contains(version.name())) {
      jobs.submit(new SubmitJob(MapDashboards.KIND, new MapDashboards(version.owner())));
    }
  }
}
