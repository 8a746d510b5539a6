package org.stoa.work.engine;

/**
 * How a queue is drained on a node.
 *
 * @param queue the queue
 * @param most so many workers may be at it
 * @param workers so many are
 * @param writtenOff so many hung and were replaced since the node started
 */
public record DrainState(String queue, int most, int workers, int writtenOff) {}
