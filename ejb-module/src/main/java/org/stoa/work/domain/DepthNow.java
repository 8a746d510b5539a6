package org.stoa.work.domain;

import java.time.Instant;

/**
 * The jobs of a kind on a queue, of all organisations, at the newest sample.
 *
 * @param queue the queue
 * @param kind the kind
 * @param depth how many wait and run
 * @param oldestAt since when the one could begin that waits longest; null when none waits
 */
public record DepthNow(String queue, String kind, Sample.Depth depth, Instant oldestAt) {}
