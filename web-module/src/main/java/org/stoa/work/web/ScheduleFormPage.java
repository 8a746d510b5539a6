package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.CallContext;
import org.stoa.shared.JsonText;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.DoubledTime;
import org.stoa.work.JobKind;
import org.stoa.work.MissedRuns;
import org.stoa.work.MissingTime;
import org.stoa.work.OverlapPolicy;
import org.stoa.work.ScheduleKind;
import org.stoa.work.ScheduleView;
import org.stoa.work.Schedules;
import org.stoa.work.WorkPermissions;

/** The form of a schedule, new or there already. Its script fills it in and sends it. */
@Named("scheduleForm")
@RequestScoped
public class ScheduleFormPage {

  @Inject private Schedules schedules;
  @Inject private PageParameters parameters;

  private ScheduleView schedule;

  /** Shows nobody a form whose sending would be refused. */
  @PostConstruct
  void read() {
    CallContext.requiredActor().require(WorkPermissions.SCHEDULES_WRITE);
    if (parameters.text("schedule").isPresent()) {
      schedule = schedules.find(parameters.id("schedule"));
    }
  }

  /** The schedule that is changed; null for a new one. */
  public ScheduleView getSchedule() {
    return schedule;
  }

  /** Its definition as JSON; nothing for a new one. */
  public String getJson() {
    return schedule == null ? "" : JsonText.of(schedule.definition());
  }

  /** The kinds of jobs to choose from. */
  public List<JobKind> getKinds() {
    return schedules.kinds();
  }

  /** What a payload of the kind looks like, as JSON without values. */
  public String skeleton(JobKind kind) {
    return JsonText.of(kind.members());
  }

  /** The kinds of rules to choose from. */
  public List<ScheduleKind> getRules() {
    return List.of(ScheduleKind.values());
  }

  /** What becomes of times that do not exist, to choose from. */
  public List<MissingTime> getMissingTimes() {
    return List.of(MissingTime.RUN_AFTER, MissingTime.SKIP);
  }

  /** What becomes of times that exist twice, to choose from. */
  public List<DoubledTime> getDoubledTimes() {
    return List.of(DoubledTime.values());
  }

  /** The overlap policies to choose from. */
  public List<OverlapPolicy> getOverlaps() {
    return List.of(OverlapPolicy.values());
  }

  /** The policies for missed runs to choose from. */
  public List<MissedRuns> getMissedRuns() {
    return List.of(MissedRuns.RUN_ONCE, MissedRuns.RUN_ALL, MissedRuns.SKIP);
  }
}
