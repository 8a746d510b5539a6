package org.stoa.work.domain;

import java.util.UUID;

/**
 * What a job has to do with a batch.
 *
 * @param batch the batch
 * @param continues whether the job waits for the end of all its jobs, and is none of them
 */
public record BatchPlace(UUID batch, boolean continues) {}
