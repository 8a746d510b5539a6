package org.stoa.work;

import java.time.Instant;

/**
 * Asks when a schedule would run. Null is whatever is said of it below.
 *
 * @param kind which of the rules it has
 * @param cron the fields of cron, for the two kinds of cron only
 * @param every the time from one run to the next as ISO 8601, {@code PT15M}, for a fixed rate only
 * @param at when it runs, for once only
 * @param zone the IANA name of its time zone
 * @param start nothing runs before; for a fixed rate the first run, and needed
 * @param end nothing runs after; null for no end
 * @param maxRuns how often it runs at most, counted from the first run that is told; null for no
 *     limit
 * @param missingTime for cron only; null for {@link MissingTime#RUN_AFTER}
 * @param doubledTime for cron only; null for {@link DoubledTime#ONCE}
 * @param after only times after this one are told; null for now
 * @param count how many times are told at most, 1 to 100; null for 10
 */
public record PreviewSchedule(
    ScheduleKind kind,
    String cron,
    String every,
    Instant at,
    String zone,
    Instant start,
    Instant end,
    Integer maxRuns,
    MissingTime missingTime,
    DoubledTime doubledTime,
    Instant after,
    Integer count) {}
