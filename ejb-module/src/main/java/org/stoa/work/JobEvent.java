package org.stoa.work;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * What other systems are told when a job has ended. A job is told at least once, and may be told
 * twice; its id says which.
 *
 * @param id the job
 * @param organisation whose it is
 * @param kind what it did
 * @param state how it ended
 * @param key the key with which it was submitted; null without one
 * @param result what its handler gave back; null when it did not succeed or gave nothing
 * @param error why it failed; null when it did not
 * @param attempts how often it was tried
 * @param submittedBy who submitted it
 * @param submittedAt when
 * @param startedAt when its last attempt began; null when it was never begun
 * @param finishedAt when it ended
 */
public record JobEvent(
    long id,
    UUID organisation,
    String kind,
    JobState state,
    String key,
    JsonValue result,
    JobError error,
    int attempts,
    String submittedBy,
    Instant submittedAt,
    Instant startedAt,
    Instant finishedAt) {}
