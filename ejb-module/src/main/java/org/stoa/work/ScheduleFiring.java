package org.stoa.work;

import java.time.Instant;

/**
 * What became of one time of a schedule.
 *
 * @param instant the time that the rule names, or at which somebody asked for it
 * @param firedAt when it was dealt with
 * @param outcome what became of it
 * @param reason why it was skipped, otherwise null
 * @param detail more about that in words, or null
 * @param late whether it was made up for after its time
 * @param job the job; null when there is none
 * @param jobState where the job is; null when there is none, or it is no longer known
 * @param by who asked for it; null when its time had come
 * @param silence what did not happen in time, or null
 */
public record ScheduleFiring(
    Instant instant,
    Instant firedAt,
    FiringOutcome outcome,
    SkipReason reason,
    String detail,
    boolean late,
    Long job,
    JobState jobState,
    String by,
    SilenceReason silence) {

  /** The same with the state of its job. */
  public ScheduleFiring withJobState(JobState state) {
    return new ScheduleFiring(
        instant, firedAt, outcome, reason, detail, late, job, state, by, silence);
  }
}
