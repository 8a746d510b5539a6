package org.stoa.work;

/**
 * What came of doing something with many jobs.
 *
 * @param done with how many it was done
 * @param refused how many changed meanwhile so that it could not be done, or are being done again
 *     already
 * @param next behind which job to go on, null when there are no more
 */
public record BulkResult(int done, int refused, Long next) {}
