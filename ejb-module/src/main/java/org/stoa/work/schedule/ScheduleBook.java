package org.stoa.work.schedule;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleView;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.domain.StoredSchedule.Progress;
import org.stoa.work.domain.Timing;
import org.stoa.work.store.ScheduleRows;

/** Keeps schedules, each with the first time of its rule that is still to come. */
public class ScheduleBook {

  private final ScheduleRows rows;
  private final ScheduleViews views;
  private final DefinitionChecks checks;
  private final ScheduleNews news;

  /** With the table, what is shown of it, what is accepted, and who listens. */
  @Inject
  public ScheduleBook(
      ScheduleRows rows, ScheduleViews views, DefinitionChecks checks, ScheduleNews news) {
    this.rows = rows;
    this.views = views;
    this.checks = checks;
    this.news = news;
  }

  /** Adds a schedule; see {@link org.stoa.work.Schedules#create}. */
  public ScheduleView add(ScheduleDefinition asked, Actor creator, Instant now) {
    StoredSchedule added =
        new StoredSchedule(
            Ids.next(),
            creator.organisation(),
            checks.filled(asked, creator),
            creator.kind() == Actor.Kind.SYSTEM,
            Progress.NONE,
            null,
            null,
            now.truncatedTo(ChronoUnit.MICROS),
            creator.name(),
            0);
    StoredSchedule going = required(goingOn(added, now));
    if (!rows.add(going, fireAt(going))) {
      throw nameTaken(going);
    }
    news.changed(going);
    return view(going.organisation(), going.id());
  }

  /** A schedule of the organisation. */
  public ScheduleView view(UUID organisation, UUID id) {
    StoredSchedule found = rows.find(organisation, id).orElseThrow(() -> notFound(id));
    return views.of(organisation, List.of(found)).get(0);
  }

  /** Schedules of the organisation, the newest first. */
  public List<ScheduleView> list(UUID organisation, Optional<UUID> before, int limit) {
    return views.of(organisation, rows.list(organisation, before, limit));
  }

  /** A schedule of the organisation, with which nobody else deals until the transaction ends. */
  public StoredSchedule locked(UUID organisation, UUID id) {
    return rows.lock(organisation, id).orElseThrow(() -> notFound(id));
  }

  /** Gives a locked schedule another definition; see {@link org.stoa.work.Schedules#change}. */
  public ScheduleView change(
      StoredSchedule before, ScheduleDefinition asked, Actor by, Instant now) {
    StoredSchedule changed =
        before.defined(checks.filled(asked, by), by.kind() == Actor.Kind.SYSTEM);
    if (rows.isNameTaken(changed)) {
      throw nameTaken(changed);
    }
    boolean sameRule = changed.definition().rule().equals(before.definition().rule());
    return write(sameRule ? changed : required(goingOn(changed, now)));
  }

  /** Lets nothing of a locked schedule begin from now on. */
  public ScheduleView pause(StoredSchedule schedule, Actor by, Instant now) {
    return write(schedule.paused(now, by.name()));
  }

  /** Lets a locked schedule go on from now; what passed meanwhile is not made up for. */
  public ScheduleView resume(StoredSchedule schedule, Instant now) {
    return write(goingOn(schedule.paused(null, null), now));
  }

  /** Removes a locked schedule and its history. */
  public void remove(StoredSchedule schedule) {
    rows.remove(schedule.organisation(), schedule.id());
    news.changed(schedule);
  }

  private ScheduleView write(StoredSchedule schedule) {
    rows.write(schedule, fireAt(schedule));
    news.changed(schedule);
    return view(schedule.organisation(), schedule.id());
  }

  private static StoredSchedule goingOn(StoredSchedule schedule, Instant now) {
    Progress progress = schedule.progress();
    Optional<Instant> next =
        schedule.runsLeft() == 0 ? Optional.empty() : timing(schedule).after(progress.from(now));
    return schedule.at(progress.goingOnAt(next));
  }

  private static StoredSchedule required(StoredSchedule schedule) {
    if (schedule.progress().next() == null) {
      throw new InvalidProblem("rule", "names no time that is still to come");
    }
    return schedule;
  }

  private static Instant fireAt(StoredSchedule schedule) {
    Instant next = schedule.progress().next();
    return next == null ? null : timing(schedule).fireAt(next);
  }

  private static Timing timing(StoredSchedule schedule) {
    return schedule.timing(ScheduleForms.times(schedule.definition().rule()));
  }

  private static ConflictProblem nameTaken(StoredSchedule schedule) {
    return new ConflictProblem(
        "name", "There is a schedule " + schedule.definition().name() + " already.");
  }

  private static NotFoundProblem notFound(UUID id) {
    return new NotFoundProblem("schedule", id);
  }
}
