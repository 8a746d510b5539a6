package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.work.domain.Occurrence;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.engine.JobKinds;
import org.stoa.work.schedule.ScheduleBook;
import org.stoa.work.schedule.ScheduleChecks;
import org.stoa.work.schedule.ScheduleForms;

/** The schedules of the organisation of the caller, and when a schedule would run. */
@Stateless
public class Schedules {

  private static final int DEFAULT_COUNT = 10;
  private static final String SCHEDULE = "schedule";

  private Clock clock;
  private ScheduleBook book;
  private JobKinds kinds;
  private AuditTrail audit;

  /** For the container's proxies only. */
  protected Schedules() {}

  /** With the clock that says what is still to come, the schedules, the kinds, and the trail. */
  @Inject
  public Schedules(Clock clock, ScheduleBook book, JobKinds kinds, AuditTrail audit) {
    this.clock = clock;
    this.book = book;
    this.kinds = kinds;
    this.audit = audit;
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

  /** The kinds of jobs that the caller can schedule, by name. */
  @Allowed(WorkPermissions.SCHEDULES_READ)
  public List<JobKind> kinds() {
    return kinds.openTo(CallContext.requiredActor());
  }

  /**
   * Creates a schedule. Its jobs are submitted in its own name for the organisation, with all
   * rights there, so the kind must be open to whoever defines it; the system may schedule any.
   *
   * @throws InvalidProblem naming every field that is wrong, or when the kind is open to nobody
   * @throws org.stoa.shared.ForbiddenProblem when the kind is open to others
   * @throws UnknownKindProblem when no handler does such jobs
   * @throws ConflictProblem when the organisation has a schedule of this name
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public ScheduleView create(ScheduleDefinition asked) {
    ScheduleView created = book.add(asked, CallContext.requiredActor(), clock.instant());
    audit.record(AuditEntry.created(SCHEDULE, created.id(), created.definition()));
    return created;
  }

  /** Schedules of the organisation, the newest first. */
  @Allowed(WorkPermissions.SCHEDULES_READ)
  public Page<ScheduleView> list(PageRequest page) {
    Optional<UUID> before = page.after().map(Schedules::cursor);
    List<ScheduleView> found = book.list(CallContext.organisation(), before, page.limit() + 1);
    return Page.of(found, page.limit(), schedule -> schedule.id().toString());
  }

  /**
   * One schedule.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(WorkPermissions.SCHEDULES_READ)
  public ScheduleView find(UUID id) {
    return book.view(CallContext.organisation(), id);
  }

  /**
   * Changes a schedule. What it already ran stays; another rule counts from now.
   *
   * @param expected the version on which the change was made
   * @throws NotFoundProblem when the organisation has none with this id
   * @throws StaleVersionProblem when the schedule has another version by now
   * @throws InvalidProblem naming every field that is wrong, or when the kind is open to nobody
   * @throws org.stoa.shared.ForbiddenProblem when the kind is open to others
   * @throws UnknownKindProblem when no handler does such jobs
   * @throws ConflictProblem when the organisation has another schedule of this name
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public ScheduleView change(UUID id, long expected, ScheduleDefinition asked) {
    StoredSchedule before = locked(id, expected);
    ScheduleView after = book.change(before, asked, CallContext.requiredActor(), clock.instant());
    audit.record(AuditEntry.changed(SCHEDULE, id, before.definition(), after.definition()));
    return after;
  }

  /**
   * Removes a schedule and its history. Jobs that it submitted stay.
   *
   * @param expected the version that was seen
   * @throws NotFoundProblem when the organisation has none with this id
   * @throws StaleVersionProblem when the schedule has another version by now
   */
  @Allowed(WorkPermissions.SCHEDULES_WRITE)
  public void remove(UUID id, long expected) {
    StoredSchedule before = locked(id, expected);
    book.remove(before);
    audit.record(AuditEntry.deleted(SCHEDULE, id, before.definition()));
  }

  private StoredSchedule locked(UUID id, long expected) {
    StoredSchedule schedule = book.locked(CallContext.organisation(), id);
    if (schedule.version() != expected) {
      throw new StaleVersionProblem(Long.toString(expected), Long.toString(schedule.version()));
    }
    return schedule;
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
