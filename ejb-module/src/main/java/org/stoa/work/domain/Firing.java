package org.stoa.work.domain;

import java.time.Instant;
import org.stoa.work.FiringOutcome;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.SkipReason;

/**
 * What became of one time of a schedule, on its way into the table.
 *
 * @param instant the time
 * @param firedAt when it was dealt with
 * @param outcome what became of it
 * @param reason why it was skipped, or null
 * @param detail more about that, or null
 * @param late whether it comes after its time
 * @param job its job, or null
 * @param by who asked for it, or null
 * @param alertAt when an alert is due unless the job has ended, or null
 */
public record Firing(
    Instant instant,
    Instant firedAt,
    FiringOutcome outcome,
    SkipReason reason,
    String detail,
    boolean late,
    Long job,
    String by,
    Instant alertAt) {

  /** A time of the rule, or one that somebody asks for, before it is decided about. */
  public static Firing of(Instant instant, Instant firedAt, boolean late, String by) {
    return new Firing(instant, firedAt, FiringOutcome.SUBMITTED, null, null, late, null, by, null);
  }

  /** No job is submitted. */
  public Firing skipped(SkipReason why, String words) {
    return new Firing(instant, firedAt, FiringOutcome.SKIPPED, why, words, late, null, by, null);
  }

  /** The job is submitted later. */
  public Firing held(Instant alert) {
    return new Firing(instant, firedAt, FiringOutcome.HELD, null, null, late, null, by, alert);
  }

  /** The job is submitted. */
  public Firing submitted(long id, Instant alert) {
    return new Firing(instant, firedAt, FiringOutcome.SUBMITTED, null, null, late, id, by, alert);
  }

  /** As people see it; the state of its job is not known here. */
  public ScheduleFiring view() {
    return new ScheduleFiring(instant, firedAt, outcome, reason, detail, late, job, null, by, null);
  }
}
