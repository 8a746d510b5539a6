package org.stoa.work;

import jakarta.json.JsonObject;

/**
 * A schedule as people write it: which job, when, and what happens when it cannot be in time.
 *
 * @param name 1 to 100 characters, unique in the organisation whatever the case
 * @param kind the kind of its jobs; a handler must exist for it
 * @param payload what the handler takes: members of its record and no others
 * @param queue where its jobs wait; null for the queue of the kind
 * @param priority of its jobs, -1000 to 1000; null for 0
 * @param rule when it runs
 * @param jitterSeconds each run begins up to so much later, 0 to 3600; null for 0. It is the same
 *     on every server for the same time of the schedule.
 * @param overlap null for {@link OverlapPolicy#SKIP}
 * @param missed null for {@link MissedRuns#RUN_ONCE}
 * @param missedLimit for {@link MissedRuns#RUN_ALL} only: how many runs are made up for at most, 1
 *     to 1000; null for 100
 * @param alertAfterSeconds an alert is raised when a job has not ended so long after its time, 1 to
 *     2,592,000 (30 days); null for never
 */
public record ScheduleDefinition(
    String name,
    String kind,
    JsonObject payload,
    String queue,
    Integer priority,
    ScheduleRule rule,
    Integer jitterSeconds,
    OverlapPolicy overlap,
    MissedRuns missed,
    Integer missedLimit,
    Integer alertAfterSeconds) {}
