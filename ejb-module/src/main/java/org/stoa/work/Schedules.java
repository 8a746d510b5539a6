package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.stoa.shared.Allowed;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.domain.Occurrence;
import org.stoa.work.schedule.ScheduleChecks;
import org.stoa.work.schedule.ScheduleForms;

/** Tells when schedules run. */
@Stateless
public class Schedules {

  private static final int DEFAULT_COUNT = 10;

  private Clock clock;

  /** For the container's proxies only. */
  protected Schedules() {}

  /** With the clock that says what is still to come. */
  @Inject
  public Schedules(Clock clock) {
    this.clock = clock;
  }

  /**
   * The next times of a schedule in order, with those that are skipped because clocks are put
   * forward.
   *
   * @throws InvalidProblem when a field of it is wrong
   */
  @Allowed(WorkPermissions.READ)
  public List<ScheduledTime> preview(PreviewSchedule asked) {
    ScheduleChecks.check(asked);
    Instant after = asked.after() == null ? clock.instant() : asked.after();
    return ScheduleForms.schedule(asked)
        .after(after)
        .limit(asked.count() == null ? DEFAULT_COUNT : asked.count())
        .map(Occurrence::view)
        .toList();
  }
}
