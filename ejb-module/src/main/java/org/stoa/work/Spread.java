package org.stoa.work;

/**
 * How long jobs took, in milliseconds. It comes from buckets that are 19 % wide.
 *
 * @param count how many jobs
 * @param p50 half of them took no longer
 * @param p95 95 of 100 took no longer
 * @param p99 99 of 100 took no longer
 */
public record Spread(long count, double p50, double p95, double p99) {}
