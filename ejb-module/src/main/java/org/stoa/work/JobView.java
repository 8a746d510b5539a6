package org.stoa.work;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as people see it.
 *
 * @param id its id
 * @param kind what it does, such as {@code data.load}
 * @param queue where it waits
 * @param state where it is on its way
 * @param progress the last that its handler told, or null
 * @param result what its handler returned, null until it succeeded
 * @param error why it failed; while a retry waits, why the last attempt failed; otherwise null
 * @param attempt how often it was started
 * @param maxAttempts after how many failures it is given up
 * @param submittedAt when it was submitted
 * @param startedAt when the last attempt began, or null
 * @param finishedAt when it ended, or null
 * @param submittedBy the name of who submitted it
 * @param cancelRequested whether somebody asked to cancel it
 * @param dueAt the time before which it does not start
 * @param batch the batch to which it belongs, or null
 */
public record JobView(
    long id,
    String kind,
    String queue,
    JobState state,
    JobProgress progress,
    JsonValue result,
    JobError error,
    int attempt,
    int maxAttempts,
    Instant submittedAt,
    Instant startedAt,
    Instant finishedAt,
    String submittedBy,
    boolean cancelRequested,
    Instant dueAt,
    UUID batch) {}
