package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.ScheduleView;
import org.stoa.work.Schedules;

/** The schedules of the organisation, a page at a time. */
@Named("scheduleList")
@RequestScoped
public class ScheduleListPage {

  @Inject private Schedules schedules;
  @Inject private PageParameters parameters;

  private Page<ScheduleView> page;

  @PostConstruct
  void read() {
    page = schedules.list(new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The schedules of this page, the newest first. */
  public List<ScheduleView> getSchedules() {
    return page.items();
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return page.next().orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }
}
