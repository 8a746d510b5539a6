package org.stoa.work.schedule;

import java.util.UUID;

/**
 * A schedule looks different: a time of it was dealt with, or somebody changed it.
 *
 * @param organisation whose it is
 * @param schedule the schedule
 */
public record ScheduleChange(UUID organisation, UUID schedule) {}
