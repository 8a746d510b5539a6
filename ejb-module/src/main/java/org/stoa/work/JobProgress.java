package org.stoa.work;

/**
 * How far a job is.
 *
 * @param done how much is done, in units of the handler's choice
 * @param total how much there is, null when nobody knows yet
 * @param text what is being done, for people; may be null
 */
public record JobProgress(long done, Long total, String text) {}
