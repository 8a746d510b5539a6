package org.stoa.work.domain;

import java.util.UUID;

/**
 * Where a ready job waits: claims go through the jobs of a lane in the order of their ids.
 *
 * @param queue the queue
 * @param organisation whose jobs
 * @param priority the higher, the earlier among the lanes of the organisation
 * @param kind what they do
 */
public record Lane(String queue, UUID organisation, int priority, String kind) {}
