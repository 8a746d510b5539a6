package org.stoa.work.domain;

/**
 * What came of a submission.
 *
 * @param id the job
 * @param added false when an unfinished job with the same key was there
 */
public record Submission(long id, boolean added) {}
