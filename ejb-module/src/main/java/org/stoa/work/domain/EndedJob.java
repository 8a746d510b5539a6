package org.stoa.work.domain;

import java.util.UUID;

/**
 * A job that has ended.
 *
 * @param id the job
 * @param limit the limit key of which it may have had a slot, or null
 * @param batch the batch that it belongs to, or null
 */
public record EndedJob(long id, LimitKey limit, UUID batch) {}
