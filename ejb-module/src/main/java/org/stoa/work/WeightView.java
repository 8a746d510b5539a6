package org.stoa.work;

import java.util.UUID;

/**
 * What an organisation has of the work, as those who operate the installation see it.
 *
 * @param organisation its id
 * @param weight how much it may have beside the others; 1 when nobody decided
 * @param waiting how many of its jobs wait, for whatever
 * @param running how many run
 * @param version for changing the weight
 */
public record WeightView(UUID organisation, int weight, long waiting, long running, long version) {}
