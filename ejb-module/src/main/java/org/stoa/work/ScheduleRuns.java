package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.schedule.Firer;
import org.stoa.work.schedule.ScheduleBook;
import org.stoa.work.schedule.ScheduleViews;

/** The runs of the schedules of the caller's organisation: what became of them, and by hand. */
@Stateless
public class ScheduleRuns {

  private static final String SCHEDULE = "schedule";

  private ScheduleBook book;
  private ScheduleViews views;
  private Firer firer;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected ScheduleRuns() {}

  /** With the schedules, their history, who fires, the trail and the clock. */
  @Inject
  public ScheduleRuns(
      ScheduleBook book, ScheduleViews views, Firer firer, AuditTrail audit, Clock clock) {
    this.book = book;
    this.views = views;
    this.firer = firer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets nothing of a schedule begin until it is resumed. A paused one stays as it is.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public ScheduleView pause(UUID id) {
    StoredSchedule schedule = book.locked(CallContext.organisation(), id);
    if (schedule.pausedAt() != null) {
      return book.view(schedule.organisation(), id);
    }
    audit.record(AuditEntry.happened("schedule.paused", SCHEDULE, id));
    return book.pause(schedule, CallContext.requiredActor(), clock.instant());
  }

  /**
   * Lets a paused schedule go on with the next time of its rule. One that is not paused stays as it
   * is.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public ScheduleView resume(UUID id) {
    StoredSchedule schedule = book.locked(CallContext.organisation(), id);
    if (schedule.pausedAt() == null) {
      return book.view(schedule.organisation(), id);
    }
    audit.record(AuditEntry.happened("schedule.resumed", SCHEDULE, id));
    return book.resume(schedule, clock.instant());
  }

  /**
   * Runs a schedule now, though it be paused or over. Its overlap policy holds here too; the limit
   * of its runs does not.
   *
   * @return the run: submitted, or held until the job of an earlier run has ended
   * @throws ConflictProblem when the policy leaves it out
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public ScheduleFiring runNow(UUID id) {
    Actor actor = CallContext.requiredActor();
    StoredSchedule schedule = book.locked(actor.organisation(), id);
    ScheduleFiring run = firer.runNow(schedule, actor.name(), clock.instant());
    if (run.outcome() == FiringOutcome.SKIPPED) {
      throw new ConflictProblem(null, run.detail());
    }
    audit.record(
        new AuditEntry(
            "schedule.run", SCHEDULE, id.toString(), null, Map.of("instant", run.instant())));
    return run;
  }

  /**
   * What became of the times of a schedule, the newest first.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(WorkPermissions.SCHEDULES_READ)
  public Page<ScheduleFiring> list(UUID id, PageRequest page) {
    UUID organisation = CallContext.organisation();
    book.view(organisation, id);
    Optional<Instant> before = page.after().map(ScheduleRuns::cursor);
    List<ScheduleFiring> found = views.history(organisation, id, before, page.limit() + 1);
    return Page.of(found, page.limit(), firing -> firing.instant().toString());
  }

  private static Instant cursor(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
