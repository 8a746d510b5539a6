package org.stoa.work.domain;

import org.stoa.work.JobEvent;

/**
 * An end of a job that is to be told.
 *
 * @param number its place in the order
 * @param event what is told
 */
public record DueEvent(long number, JobEvent event) {}
