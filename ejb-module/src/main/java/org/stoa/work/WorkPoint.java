package org.stoa.work;

import java.time.Instant;

/**
 * What was measured within one step of time. Where nothing was measured, because no server ran, all
 * members but the first two are null. Where so much waited that counting it takes long, it is
 * counted less often, and {@code waiting}, {@code delayed} and {@code running} may be null.
 *
 * @param at when the step begins
 * @param measuredSeconds for how many seconds of the step there are samples
 * @param succeeded how many jobs succeeded
 * @param failed how many jobs failed for good
 * @param cancelled how many jobs were cancelled
 * @param waiting how many jobs waited and were due, on average
 * @param delayed how many jobs waited for their time, on average
 * @param running how many jobs ran, on average
 * @param waits how long those that ended had waited once they could begin; null when none ended
 * @param runs how long the last attempts of those that ended took; null when none ended
 */
public record WorkPoint(
    Instant at,
    int measuredSeconds,
    Long succeeded,
    Long failed,
    Long cancelled,
    Double waiting,
    Double delayed,
    Double running,
    Spread waits,
    Spread runs) {}
