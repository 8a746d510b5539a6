package org.stoa.work;

import java.time.Instant;

/**
 * What a server does now.
 *
 * @param id the job
 * @param kind its kind
 * @param queue its queue
 * @param attempt the number of this attempt
 * @param startedAt when the attempt began
 */
public record WorkerJob(long id, String kind, String queue, int attempt, Instant startedAt) {}
