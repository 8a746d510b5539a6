package org.stoa.work.schedule;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.ScheduleAlert;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleView;
import org.stoa.work.ScheduledTime;
import org.stoa.work.domain.Occurrence;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.store.Firings;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.ScheduleAlerts;

/** Shows schedules and what became of their times. */
public class ScheduleViews {

  private final Firings firings;
  private final ScheduleAlerts alerts;
  private final JobReads jobs;

  /** With the history, the alerts and the jobs. */
  @Inject
  public ScheduleViews(Firings firings, ScheduleAlerts alerts, JobReads jobs) {
    this.firings = firings;
    this.alerts = alerts;
    this.jobs = jobs;
  }

  /** Schedules of one organisation as people see them. */
  public List<ScheduleView> of(UUID organisation, List<StoredSchedule> schedules) {
    List<UUID> ids = schedules.stream().map(StoredSchedule::id).toList();
    Map<UUID, ScheduleAlert> silent = alerts.newest(organisation, ids);
    Map<UUID, ScheduleFiring> last = firings.last(organisation, ids);
    Map<Long, JobState> states = states(last.values());
    return schedules.stream()
        .map(it -> view(it, known(last.get(it.id()), states), silent.get(it.id())))
        .toList();
  }

  /** What became of the times of a schedule of the organisation, the newest first. */
  public List<ScheduleFiring> history(
      UUID organisation, UUID schedule, Optional<Instant> before, int limit) {
    List<ScheduleFiring> found = firings.history(organisation, schedule, before, limit);
    Map<Long, JobState> states = states(found);
    return found.stream().map(firing -> known(firing, states)).toList();
  }

  private Map<Long, JobState> states(Collection<ScheduleFiring> some) {
    List<Long> ids = some.stream().map(ScheduleFiring::job).filter(Objects::nonNull).toList();
    return jobs.views(ids).stream()
        .map(OwnedView::view)
        .collect(Collectors.toMap(JobView::id, JobView::state));
  }

  private static ScheduleFiring known(ScheduleFiring firing, Map<Long, JobState> states) {
    return firing == null || firing.job() == null
        ? firing
        : firing.withJobState(states.get(firing.job()));
  }

  private static ScheduleView view(
      StoredSchedule schedule, ScheduleFiring last, ScheduleAlert alert) {
    return new ScheduleView(
        schedule.id(),
        schedule.definition(),
        next(schedule),
        schedule.pausedAt(),
        schedule.pausedBy(),
        schedule.progress().runs(),
        last,
        alert,
        schedule.createdAt(),
        schedule.createdBy(),
        schedule.version());
  }

  private static ScheduledTime next(StoredSchedule schedule) {
    Instant next = schedule.progress().next();
    return next == null || schedule.pausedAt() != null
        ? null
        : ScheduleForms.times(schedule.definition().rule())
            .after(next.minusNanos(1))
            .filter(Occurrence::runs)
            .map(Occurrence::view)
            .findFirst()
            .orElse(null);
  }
}
