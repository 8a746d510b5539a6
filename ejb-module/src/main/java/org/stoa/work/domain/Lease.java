package org.stoa.work.domain;

import java.util.UUID;

/**
 * The right of one run of a node to say how a job ends.
 *
 * @param job the job
 * @param owner the run of the node
 * @param token grows with every claim of the job; an older one is worth nothing
 */
public record Lease(long job, UUID owner, long token) {}
