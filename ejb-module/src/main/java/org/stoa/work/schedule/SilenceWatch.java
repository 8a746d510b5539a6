package org.stoa.work.schedule;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoa.work.JobView;
import org.stoa.work.ScheduleAlert;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.SilenceReason;
import org.stoa.work.domain.ExpectedRun;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.domain.Timing;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.ScheduleAlerts;

/** Notices runs that stay silent: nobody began them, or their jobs do not begin or end in time. */
public class SilenceWatch {

  private final ScheduleAlerts alerts;
  private final JobReads jobs;
  private final ScheduleNews news;

  /** With what was noticed before, the jobs, and those who listen. */
  @Inject
  public SilenceWatch(ScheduleAlerts alerts, JobReads jobs, ScheduleNews news) {
    this.alerts = alerts;
    this.jobs = jobs;
    this.news = news;
  }

  /** Notices times that passed without being dealt with; tells how many, at most the limit. */
  int notFired(Instant now, int limit) {
    List<ScheduleSilent> silent = alerts.recordNotFired(now.minus(Timing.TOLERANCE), now, limit);
    silent.forEach(news::silent);
    return silent.size();
  }

  /** Looks at jobs that should have ended by now; tells at how many, at most the limit. */
  int notEnded(Instant now, int limit) {
    List<ExpectedRun> expected = alerts.lockExpected(now, limit);
    expected.forEach(run -> look(run, now));
    return expected.size();
  }

  private void look(ExpectedRun run, Instant now) {
    alerts.expectNoLonger(run);
    silence(run)
        .map(
            reason ->
                new ScheduleSilent(
                    run.organisation(),
                    run.schedule(),
                    run.name(),
                    new ScheduleAlert(run.instant(), reason, now)))
        .filter(alerts::add)
        .ifPresent(news::silent);
  }

  private Optional<SilenceReason> silence(ExpectedRun run) {
    if (run.job() == null) {
      return Optional.of(SilenceReason.NOT_BEGUN);
    }
    return jobs.views(List.of(run.job())).stream()
        .map(OwnedView::view)
        .filter(job -> job.finishedAt() == null || job.finishedAt().isAfter(run.alertAt()))
        .map(SilenceWatch::reason)
        .findFirst();
  }

  private static SilenceReason reason(JobView job) {
    return job.startedAt() == null ? SilenceReason.NOT_BEGUN : SilenceReason.NOT_ENDED;
  }
}
