package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.CallContext;
import org.stoa.shared.PageRequest;
import org.stoa.work.JobQuery;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.WorkPermissions;

/** The newest jobs, for the start page. */
@Named
@RequestScoped
public class RecentJobs {

  private static final int SHOWN = 8;

  @Inject private Jobs jobs;

  private List<JobView> newest = List.of();

  @PostConstruct
  void read() {
    if (isReading()) {
      newest = jobs.list(JobQuery.all(), PageRequest.of(SHOWN, null)).items();
    }
  }

  /** The newest jobs, at most eight. */
  public List<JobView> getNewest() {
    return newest;
  }

  /** Whether the person may see jobs. */
  public boolean isReading() {
    return CallContext.requiredActor().may(WorkPermissions.READ);
  }
}
