package org.stoa.work.domain;

import java.util.UUID;

/**
 * A batch whose jobs are done again.
 *
 * @param id the batch
 * @param organisation whose it is
 * @param ordered whether each job waits for the one before
 * @param runAnyway whether what waits in it goes on although something before did not succeed
 * @param continuation the job that waited for all others, or null
 */
public record Reopened(
    UUID id, UUID organisation, boolean ordered, boolean runAnyway, Long continuation) {}
