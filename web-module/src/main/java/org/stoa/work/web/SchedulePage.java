package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleRuns;
import org.stoa.work.ScheduleView;
import org.stoa.work.ScheduledTime;
import org.stoa.work.Schedules;

/** The schedule that the address names: what is to come, and what became of it. */
@Named("schedulePage")
@RequestScoped
public class SchedulePage {

  private static final int SHOWN = 10;
  private static final int RUNS = 25;

  @Inject private Schedules schedules;
  @Inject private ScheduleRuns runs;
  @Inject private PageParameters parameters;
  @Inject private Clock clock;

  private ScheduleView schedule;
  private Page<ScheduleFiring> history;

  @PostConstruct
  void read() {
    schedule = schedules.find(parameters.id("schedule"));
    history = runs.list(schedule.id(), new PageRequest(RUNS, parameters.text("after")));
  }

  /** The schedule. */
  public ScheduleView getSchedule() {
    return schedule;
  }

  /** Its next times; none when it is over, those after now when it is paused. */
  public List<ScheduledTime> getComing() {
    Integer most = schedule.definition().rule().maxRuns();
    Integer left = most == null ? null : Integer.valueOf(most - schedule.runs());
    if (left != null && left < 1) {
      return List.of();
    }
    Instant after =
        schedule.next() == null || schedule.next().at() == null
            ? clock.instant()
            : schedule.next().at().minusNanos(1);
    return schedules.preview(schedule.definition().rule().preview(left, after, SHOWN));
  }

  /** What became of its times, a page of them, the newest first. */
  public List<ScheduleFiring> getRuns() {
    return history.items();
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return history.next().orElse(null);
  }

  /** Whether this is not the first page of its history. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }
}
