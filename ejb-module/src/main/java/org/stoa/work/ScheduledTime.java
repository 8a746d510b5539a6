package org.stoa.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * One time of a schedule.
 *
 * @param at when it runs; null when it is skipped
 * @param local the same in the zone of the schedule, with the offset that holds then; null when it
 *     is skipped
 * @param planned the local time that the rule names and that does not exist; null unless it is
 *     moved or skipped
 * @param mark whether clocks are put forward or back there
 */
public record ScheduledTime(
    Instant at, OffsetDateTime local, LocalDateTime planned, TimeMark mark) {}
