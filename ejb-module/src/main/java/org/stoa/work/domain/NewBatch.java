package org.stoa.work.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.work.SubmitBatch;

/**
 * A batch on its way into the table.
 *
 * @param id its id
 * @param command what was asked for
 * @param continuation the job that waits for all others, or null
 * @param submittedAt when
 * @param submittedBy by whom, and for which organisation
 */
public record NewBatch(
    UUID id, SubmitBatch command, Long continuation, Instant submittedAt, Actor submittedBy) {}
