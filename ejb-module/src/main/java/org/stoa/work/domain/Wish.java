package org.stoa.work.domain;

/**
 * What a claim asks of one lane.
 *
 * @param lane the lane
 * @param from no ready job of the lane has a smaller id, as far as the node knows
 * @param most at most so many of the lane
 * @param share at most so many of the lanes of its organisation together
 */
public record Wish(Lane lane, long from, int most, int share) {}
