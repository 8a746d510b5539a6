package org.stoa.work.schedule;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.domain.StoredSchedule;

/** Tells what happens to schedules, in the transaction in which it happens. */
@Dependent
public class ScheduleNews {

  private final Event<ScheduleChange> changes;
  private final Event<ScheduleSilent> silences;

  /** With those who listen. */
  @Inject
  public ScheduleNews(Event<ScheduleChange> changes, Event<ScheduleSilent> silences) {
    this.changes = changes;
    this.silences = silences;
  }

  /** A schedule looks different. */
  public void changed(StoredSchedule schedule) {
    changes.fire(new ScheduleChange(schedule.organisation(), schedule.id()));
  }

  /** A run stays silent. */
  public void silent(ScheduleSilent silent) {
    silences.fire(silent);
  }
}
