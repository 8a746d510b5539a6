package org.stoa.work;

/**
 * The jobs of one kind on one queue, over the whole time of an overview.
 *
 * @param queue the queue
 * @param kind the kind
 * @param succeeded how many succeeded
 * @param failed how many failed for good
 * @param cancelled how many were cancelled
 * @param waiting how many waited and were due, on average
 * @param running how many ran, on average
 * @param waits how long those that ended had waited once they could begin; null when none ended
 * @param runs how long the last attempts of those that ended took; null when none ended
 */
public record WorkShare(
    String queue,
    String kind,
    long succeeded,
    long failed,
    long cancelled,
    double waiting,
    double running,
    Spread waits,
    Spread runs) {}
