package org.stoa.work;

import java.util.UUID;

/**
 * With which jobs something is done: those that fit all that is told, the newest first.
 *
 * @param state only those in this state
 * @param kind only those of this kind, or null
 * @param key only those with this key, or null
 * @param error only those whose error has this text, or null
 * @param batch only those of this batch, or null
 * @param after only those with smaller ids: {@code next} of the answer before, or null
 */
public record BulkJobs(
    JobState state, String kind, String key, String error, UUID batch, Long after) {}
