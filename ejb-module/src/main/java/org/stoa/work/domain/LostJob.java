package org.stoa.work.domain;

/**
 * A job whose worker vanished.
 *
 * @param job what was claimed
 * @param node the name of the server that had it
 */
public record LostJob(ClaimedJob job, String node) {}
