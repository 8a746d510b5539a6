package org.stoa.work;

import java.util.UUID;

/**
 * A run that was expected stays silent; told once for each time of a schedule. It is fired in the
 * transaction that records it; observe it with {@code AFTER_SUCCESS}.
 *
 * @param organisation whose schedule it is
 * @param schedule the schedule
 * @param name its name
 * @param alert which run, and what did not happen
 */
public record ScheduleSilent(UUID organisation, UUID schedule, String name, ScheduleAlert alert) {}
