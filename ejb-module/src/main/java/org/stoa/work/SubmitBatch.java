package org.stoa.work;

import java.util.List;
import java.util.Objects;

/**
 * Jobs to be done together under one name.
 *
 * @param name what people call it, 200 characters at most
 * @param jobs what is to be done, {@value #MOST_JOBS} jobs at most; none of them has a key, since
 *     another job could then stand for it
 * @param ordered whether each job waits for the one before: a chain, of {@value #MOST_STEPS} steps
 *     at most
 * @param continuation what is done when all have ended; or null
 * @param runAnyway whether what waits, the next step of a chain and the continuation, runs although
 *     something before it did not succeed; otherwise it is cancelled then
 */
public record SubmitBatch(
    String name, List<SubmitJob> jobs, boolean ordered, SubmitJob continuation, boolean runAnyway) {

  /** So many jobs at most are in a batch. */
  public static final int MOST_JOBS = 100_000;

  /** So many jobs at most are in a chain. */
  public static final int MOST_STEPS = 1_000;

  private static final int LONGEST_NAME = 200;

  public SubmitBatch {
    Objects.requireNonNull(name, "name");
    require(!name.isBlank() && name.length() <= LONGEST_NAME, "A batch has a name, not too long.");
    jobs = List.copyOf(jobs);
    require(!jobs.isEmpty(), "A batch has at least one job.");
    int most = ordered ? MOST_STEPS : MOST_JOBS;
    require(jobs.size() <= most, "Such a batch has at most " + most + " jobs.");
    require(
        jobs.stream().allMatch(job -> job.key() == null), "The jobs of a batch have no key each.");
    require(
        !ordered || jobs.stream().allMatch(job -> job.after().isEmpty()),
        "A step of a chain waits for the one before it only.");
    require(
        continuation == null || (continuation.key() == null && continuation.after().isEmpty()),
        "A continuation has no key, and waits for its batch only.");
  }

  /** Jobs in any order, as many at a time as there are workers. */
  public static SubmitBatch of(String name, List<SubmitJob> jobs) {
    return new SubmitBatch(name, jobs, false, null, false);
  }

  /** Jobs one after the other. */
  public static SubmitBatch chain(String name, List<SubmitJob> steps) {
    return new SubmitBatch(name, steps, true, null, false);
  }

  /** With a job that is done when all have ended. */
  public SubmitBatch then(SubmitJob job) {
    return new SubmitBatch(name, jobs, ordered, job, runAnyway);
  }

  /** So that what waits runs although something before it did not succeed. */
  public SubmitBatch anyway() {
    return new SubmitBatch(name, jobs, ordered, continuation, true);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
