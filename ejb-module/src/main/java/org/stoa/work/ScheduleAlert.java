package org.stoa.work;

import java.time.Instant;

/**
 * A run that stayed silent.
 *
 * @param instant the time of the schedule
 * @param reason what did not happen
 * @param noticedAt when that was noticed
 */
public record ScheduleAlert(Instant instant, SilenceReason reason, Instant noticedAt) {}
