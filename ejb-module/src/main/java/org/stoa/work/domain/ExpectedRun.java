package org.stoa.work.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A run of which it is time to know how it ended.
 *
 * @param schedule the schedule
 * @param organisation whose it is
 * @param name its name
 * @param instant the time of the schedule
 * @param job the job; null when it waits for that of an earlier run
 * @param alertAt when it should have ended
 */
public record ExpectedRun(
    UUID schedule, UUID organisation, String name, Instant instant, Long job, Instant alertAt) {}
