package org.stoa.work.schedule;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.Jobs;
import org.stoa.work.MissedRuns;
import org.stoa.work.OverlapPolicy;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.SkipReason;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.Firing;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.engine.PayloadForms;
import org.stoa.work.store.Firings;

/**
 * Submits the jobs of schedules, one after the other where a schedule wants that. All of it is part
 * of the caller's transaction, in which the schedule is locked and its actor is the one of the
 * call.
 */
public class Submitter {

  /** So many runs of a schedule wait at most. */
  static final int MOST_HELD = 100;

  private final Firings firings;
  private final PayloadForms payloads;
  private final Jobs jobs;

  /** With the history, what handlers take, and the engine. */
  @Inject
  public Submitter(Firings firings, PayloadForms payloads, Jobs jobs) {
    this.firings = firings;
    this.payloads = payloads;
    this.jobs = jobs;
  }

  /** The jobs of the schedule that have not ended, the oldest first. */
  List<Long> unfinished(StoredSchedule schedule) {
    List<Long> open = firings.openJobs(schedule.id());
    if (open.isEmpty()) {
      return open;
    }
    Set<Long> unfinished = jobs.unfinished(open);
    List<Long> ended = open.stream().filter(job -> !unfinished.contains(job)).toList();
    if (!ended.isEmpty()) {
      firings.close(schedule.id(), ended);
    }
    return open.stream().filter(unfinished::contains).toList();
  }

  /**
   * Runs at a time of the schedule, unless its policy says something else.
   *
   * @return what became of it
   */
  Firing run(StoredSchedule schedule, Firing at) {
    List<Long> unfinished = unfinished(schedule);
    List<ScheduleFiring> held = firings.held(schedule.id());
    if (unfinished.isEmpty() && held.isEmpty()) {
      return submit(schedule, at);
    }
    return switch (overlap(schedule, at)) {
      case SKIP -> at.skipped(SkipReason.OVERLAP, inTheWay(unfinished));
      case QUEUE -> hold(schedule, at, held.size());
      case CANCEL_OLD -> {
        cancel(schedule, unfinished, held, at.instant());
        yield unfinished(schedule).isEmpty()
            ? submit(schedule, at)
            : at.held(schedule.alertAt(at.firedAt()));
      }
    };
  }

  /** Runs that are made up for one by one wait for each other. */
  private static OverlapPolicy overlap(StoredSchedule schedule, Firing at) {
    boolean oneByOne = at.late() && schedule.definition().missed() == MissedRuns.RUN_ALL;
    return oneByOne ? OverlapPolicy.QUEUE : schedule.definition().overlap();
  }

  private static Firing hold(StoredSchedule schedule, Firing at, int held) {
    return at.late() || held < MOST_HELD
        ? at.held(schedule.alertAt(at.firedAt()))
        : at.skipped(SkipReason.TOO_MANY_WAIT, held + " runs wait already.");
  }

  /**
   * Submits the job of the oldest run that waits, if nothing is in its way any more.
   *
   * @return whether anything changed
   */
  boolean release(StoredSchedule schedule, Instant now) {
    if (!unfinished(schedule).isEmpty()) {
      return false;
    }
    for (ScheduleFiring held : firings.held(schedule.id())) {
      Firing released = submit(schedule, Firing.of(held.instant(), now, held.late(), held.by()));
      if (released.job() != null) {
        firings.release(schedule.id(), held.instant(), released.job());
        return true;
      }
      firings.giveUp(schedule.id(), held.instant(), released.reason(), released.detail());
    }
    return true;
  }

  private void cancel(
      StoredSchedule schedule, List<Long> unfinished, List<ScheduleFiring> held, Instant by) {
    held.forEach(
        waiting ->
            firings.giveUp(
                schedule.id(), waiting.instant(), SkipReason.REPLACED, "The run of " + by + "."));
    unfinished.forEach(jobs::cancel);
  }

  private Firing submit(StoredSchedule schedule, Firing at) {
    ScheduleDefinition asked = schedule.definition();
    Object payload;
    try {
      if (!schedule.ofSystem()) {
        payloads.requireOpen(asked.kind());
      }
      payload = payloads.read(asked.kind(), asked.payload().toString());
    } catch (InvalidProblem refused) {
      return at.skipped(SkipReason.REFUSED, refused.detail());
    }
    SubmitJob job =
        new SubmitJob(asked.kind(), payload)
            .withQueue(asked.queue())
            .withPriority(asked.priority());
    return at.submitted(jobs.submit(job).value(), schedule.alertAt(at.firedAt()));
  }

  private static String inTheWay(List<Long> unfinished) {
    return unfinished.isEmpty()
        ? "An earlier run waits."
        : "Job " + unfinished.get(unfinished.size() - 1) + " has not ended.";
  }
}
