package org.stoa.work;

import java.time.Instant;

/**
 * When a schedule runs. Null is whatever is said of it below.
 *
 * @param kind which of the rules it is
 * @param cron the fields of cron, for the two kinds of cron only
 * @param every the time from one run to the next as ISO 8601, {@code PT15M}, for a fixed rate only
 * @param at when it runs, for once only
 * @param zone the IANA name of its time zone
 * @param start nothing runs before; for a fixed rate the first run, and needed
 * @param end nothing runs after; null for no end
 * @param maxRuns how often it runs at most; null for no limit
 * @param missingTime for cron only; null for {@link MissingTime#RUN_AFTER}
 * @param doubledTime for cron only; null for {@link DoubledTime#ONCE}
 */
public record ScheduleRule(
    ScheduleKind kind,
    String cron,
    String every,
    Instant at,
    String zone,
    Instant start,
    Instant end,
    Integer maxRuns,
    MissingTime missingTime,
    DoubledTime doubledTime) {

  /**
   * Asks for its times.
   *
   * @param runsLeft how many runs are left; null for no limit
   * @param after only times after this one
   * @param count how many at most; null for the usual number
   */
  public PreviewSchedule preview(Integer runsLeft, Instant after, Integer count) {
    return new PreviewSchedule(
        kind, cron, every, at, zone, start, end, runsLeft, missingTime, doubledTime, after, count);
  }
}
