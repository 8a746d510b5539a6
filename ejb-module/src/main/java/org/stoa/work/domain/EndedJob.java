package org.stoa.work.domain;

/**
 * A job that has ended.
 *
 * @param id the job
 * @param limit the limit key of which it may have had a slot, or null
 */
public record EndedJob(long id, LimitKey limit) {}
