package org.stoa.work;

import java.time.Instant;

/**
 * A queue or a kind of jobs, as those who operate the installation see it.
 *
 * @param name its name
 * @param ready how many of its jobs could begin
 * @param held how many wait for something: their time, other jobs, their limit key
 * @param running how many run
 * @param oldestReadyAt since when the oldest one that could begin has waited, or null
 * @param pausedAt since when nothing of it begins, or null
 * @param pausedBy who paused it, or null
 * @param pauseReason why, in the words of whoever paused it, or null
 * @param runningLimit how many run at once; null when people decided nothing
 * @param startsPerSecondLimit how many start in any second; null when people decided nothing
 * @param weight the part of the workers that the queue has beside the others; null when people
 *     decided nothing
 * @param reserved how many workers of each node are kept free for the queue; null when people
 *     decided nothing
 * @param version for changing it
 */
public record QueueView(
    String name,
    long ready,
    long held,
    long running,
    Instant oldestReadyAt,
    Instant pausedAt,
    String pausedBy,
    String pauseReason,
    Integer runningLimit,
    Integer startsPerSecondLimit,
    Integer weight,
    Integer reserved,
    long version) {}
