package org.stoa.work;

import java.time.Instant;

/**
 * Whether every job is accounted for: submitted = waiting + running + succeeded + failed +
 * cancelled, for the whole installation.
 *
 * @param holds whether it is so, and the history agrees with it
 * @param differs what does not agree, in a sentence; null when all does
 * @param submitted how many jobs were ever submitted
 * @param waiting how many wait
 * @param running how many run
 * @param succeeded how many succeeded
 * @param failed how many failed
 * @param cancelled how many were cancelled
 * @param checkedAt when the books were compared with the unfinished jobs
 * @param auditedAt when they were last compared with the whole history
 */
public record BooksView(
    boolean holds,
    String differs,
    long submitted,
    long waiting,
    long running,
    long succeeded,
    long failed,
    long cancelled,
    Instant checkedAt,
    Instant auditedAt) {}
