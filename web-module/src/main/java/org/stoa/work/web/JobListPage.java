package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.WorkPermissions;

/** The jobs of the organisation, a page at a time, in the state that the address names. */
@Named("jobList")
@RequestScoped
public class JobListPage {

  @Inject private Jobs jobs;
  @Inject private PageParameters parameters;

  private Page<JobView> page;

  @PostConstruct
  void read() {
    JobQuery query = new JobQuery(state(), Optional.empty());
    page = jobs.list(query, new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The jobs of this page, the newest first. */
  public List<JobView> getJobs() {
    return page.items();
  }

  /** The state whose jobs are shown, or null for all. */
  public JobState getState() {
    return state().orElse(null);
  }

  /** The states to choose from. */
  public List<JobState> getStates() {
    return List.of(JobState.values());
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return page.next().orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  /** Whether the person may cancel jobs. */
  public boolean isCancelling() {
    return CallContext.requiredActor().may(WorkPermissions.CANCEL);
  }

  /** Whether the person may have jobs done again. */
  public boolean isRepeating() {
    return CallContext.requiredActor().may(WorkPermissions.REPEAT);
  }

  /** Whether there is anything that the person may do with several jobs. */
  public boolean isChoosing() {
    return isCancelling() || isRepeating();
  }

  private Optional<JobState> state() {
    try {
      return parameters.text("state").map(JobState::valueOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("state", "must be one of " + List.of(JobState.values()));
    }
  }
}
