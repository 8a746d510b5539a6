package org.stoa.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A schedule as people see it.
 *
 * @param id its id
 * @param definition what it does and when
 * @param next the next time of its rule; null when there is none or it is paused
 * @param pausedAt since when it is paused, or null
 * @param pausedBy who paused it, or null
 * @param runs how often its rule has run
 * @param last what became of the last time, or null
 * @param alert the newest run that stayed silent, or null
 * @param createdAt when it was created
 * @param createdBy by whom
 * @param version grows with each change by a person
 */
public record ScheduleView(
    UUID id,
    ScheduleDefinition definition,
    ScheduledTime next,
    Instant pausedAt,
    String pausedBy,
    int runs,
    ScheduleFiring last,
    ScheduleAlert alert,
    Instant createdAt,
    String createdBy,
    long version) {}
