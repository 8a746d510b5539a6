package org.stoa.work;

import java.util.List;
import java.util.UUID;

/**
 * What came of submitting a batch.
 *
 * @param id the batch
 * @param jobs its jobs, in the order in which they were told
 * @param continuation the job that waits for all of them, or null
 */
public record SubmittedBatch(UUID id, List<JobId> jobs, JobId continuation) {

  public SubmittedBatch {
    jobs = List.copyOf(jobs);
  }
}
