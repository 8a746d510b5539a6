package org.stoa.work.schedule;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.stoa.shared.CallContext;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.SkipReason;
import org.stoa.work.domain.Firing;
import org.stoa.work.domain.Plan;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.domain.StoredSchedule.Progress;
import org.stoa.work.domain.Timing;
import org.stoa.work.engine.HandlerRegistry;
import org.stoa.work.store.Firings;
import org.stoa.work.store.ScheduleRows;

/**
 * Deals with the times of schedules. What becomes of a time, its job and the next time of the
 * schedule are written in the caller's one transaction.
 */
public class Firer {

  private final ScheduleRows rows;
  private final Firings firings;
  private final Submitter submitter;
  private final HandlerRegistry registry;
  private final ScheduleNews news;

  /** With the stores, and who submits. */
  @Inject
  public Firer(
      ScheduleRows rows,
      Firings firings,
      Submitter submitter,
      HandlerRegistry registry,
      ScheduleNews news) {
    this.rows = rows;
    this.firings = firings;
    this.submitter = submitter;
    this.registry = registry;
    this.news = news;
  }

  /**
   * Deals with what is due of schedules that nobody else deals with.
   *
   * @param except schedules to leave alone
   * @param limit so many schedules at most
   * @return how many
   * @throws FiringFailed naming the schedule that is in the way of all
   */
  int fireDue(Instant now, Collection<UUID> except, int limit) {
    List<StoredSchedule> due = rows.lockDue(now, registry.kinds(), except, limit);
    due.forEach(schedule -> inItsName(schedule, it -> fire(it, now)));
    return due.size();
  }

  /** Submits jobs that waited for others to end; as {@link #fireDue}. */
  List<UUID> releaseHeld(Instant now, Collection<UUID> except, int limit) {
    List<StoredSchedule> holding = rows.lockHolding(registry.kinds(), except, limit);
    holding.forEach(schedule -> inItsName(schedule, it -> release(it, now)));
    return holding.stream().map(StoredSchedule::id).toList();
  }

  /**
   * Runs a locked schedule because somebody asks for it.
   *
   * @param by who asks
   */
  public ScheduleFiring runNow(StoredSchedule schedule, String by, Instant now) {
    Instant time = firings.freeTime(schedule.id(), now.truncatedTo(ChronoUnit.MILLIS));
    Firing at = Firing.of(time, now, false, by);
    AtomicReference<Firing> became = new AtomicReference<>();
    CallContext.runAs(schedule.actor(), () -> became.set(submitter.run(schedule, at)));
    record(schedule, became.get());
    news.changed(schedule);
    return became.get().view();
  }

  private static void inItsName(StoredSchedule schedule, Consumer<StoredSchedule> act) {
    try {
      CallContext.runAs(schedule.actor(), () -> act.accept(schedule));
    } catch (RuntimeException e) {
      throw new FiringFailed(schedule.id(), e);
    }
  }

  private void release(StoredSchedule schedule, Instant now) {
    if (submitter.release(schedule, now)) {
      news.changed(schedule);
    }
  }

  private void fire(StoredSchedule schedule, Instant now) {
    Timing timing = schedule.timing(ScheduleForms.times(schedule.definition().rule()));
    Progress before = schedule.progress();
    Plan plan = timing.plan(before.next(), schedule.runsLeft(), now);
    plan.turns().forEach(turn -> record(schedule, become(schedule, turn, now)));
    Instant last = plan.last().orElse(before.last());
    Progress after = new Progress(plan.next().orElse(null), last, before.runs() + plan.runs());
    rows.advance(schedule.id(), after, plan.next().map(timing::fireAt).orElse(null));
    news.changed(schedule);
  }

  private Firing become(StoredSchedule schedule, Plan.Turn turn, Instant now) {
    Firing at = Firing.of(turn.time(), now, turn.late(), null);
    return turn.runs() ? submitter.run(schedule, at) : at.skipped(SkipReason.MISSED, null);
  }

  private void record(StoredSchedule schedule, Firing firing) {
    if (!firings.add(schedule, firing)) {
      throw new IllegalStateException(firing.instant() + " was dealt with before.");
    }
  }
}
