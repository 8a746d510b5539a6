package org.stoa.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch as people see it.
 *
 * @param id its id
 * @param name what it is called
 * @param state where its jobs are on their way
 * @param ordered whether each job waits for the one before: a chain
 * @param runAnyway whether what waits in it goes on although something before did not succeed
 * @param jobs how many jobs it has, without the continuation
 * @param counts how many of them are in which state
 * @param done the share of the jobs that have ended, from 0 to 1
 * @param firstFailure of the jobs that failed the one that did first, or null
 * @param continuation the job that is done when all have ended, or null
 * @param submittedAt when it was submitted
 * @param submittedBy the name of who submitted it
 * @param beganAt when the first of its jobs began, or null
 * @param endedAt when the last of its jobs had ended, or null
 * @param link its jobs, an address of the API below {@code /api/v1}
 */
public record BatchView(
    UUID id,
    String name,
    BatchState state,
    boolean ordered,
    boolean runAnyway,
    int jobs,
    BatchCounts counts,
    double done,
    Long firstFailure,
    JobLink continuation,
    Instant submittedAt,
    String submittedBy,
    Instant beganAt,
    Instant endedAt,
    String link) {}
