package org.stoa.work;

/**
 * A job at the other end of a dependency.
 *
 * @param id the job
 * @param kind its kind; null when nothing is known of the job any more
 * @param state how it stands; null when nothing is known of the job any more
 */
public record JobLink(long id, String kind, JobState state) {}
