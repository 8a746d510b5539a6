package org.stoa.work;

/**
 * How a queue is drained on a server, as it told with its last heartbeat.
 *
 * @param queue the queue
 * @param most so many of its jobs may run there at once
 * @param workers so many workers were at it
 * @param writtenOff so many workers hung and were replaced since the server started
 */
public record WorkerThreads(String queue, int most, int workers, int writtenOff) {}
