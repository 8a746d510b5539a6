package org.stoa.work.domain;

/**
 * A job that became ready.
 *
 * @param lane where it waits
 * @param id the job, or the first of several
 */
public record ReadyJob(Lane lane, long id) {}
