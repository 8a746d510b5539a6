package org.stoa.work.domain;

import java.time.Instant;
import org.stoa.work.JobState;

/**
 * What is to be known about an unfinished job to say why it waits.
 *
 * @param job where it waits
 * @param state where it is on its way
 * @param hold what holds it back; null when nothing does
 * @param limitKey its limit key, or null
 * @param dueAt its time
 * @param failures how many attempts failed
 * @param startedAt when the last attempt began, or null
 * @param node the server that holds it, or null
 */
public record Waiting(
    ReadyJob job,
    JobState state,
    Hold hold,
    String limitKey,
    Instant dueAt,
    int failures,
    Instant startedAt,
    String node) {}
