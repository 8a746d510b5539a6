package org.stoa.work;

import java.time.Instant;

/**
 * An attempt that did not succeed. The one that did is told by the job itself.
 *
 * @param attempt its number, from 1
 * @param node the server that ran it
 * @param outcome FAILED, TIMED_OUT (it took too long), LOST (the server vanished), HANDED_BACK (the
 *     server was stopped) or CANCELLED
 * @param startedAt when it began
 * @param finishedAt when it ended, or when its end was noticed
 * @param error why, or null
 */
public record JobAttempt(
    int attempt,
    String node,
    String outcome,
    Instant startedAt,
    Instant finishedAt,
    JobError error) {}
