package org.stoa.work;

/**
 * Does the jobs of one kind. An implementation is a CDI bean with {@link Handles}.
 *
 * <p>A thrown {@link org.stoa.shared.Problem} is final: the job fails and shows it. Any other
 * exception is retried as {@link Handles} says.
 *
 * @param <P> the payload: a public record that JSON-B can write and read. The constraints of
 *     jakarta.validation that it declares hold for whatever is submitted.
 * @param <R> the result: a public record, or {@link Void}
 */
public interface JobHandler<P, R> {

  /**
   * Does the work, outside any transaction. It happens at least once: after a crash it is done
   * again, so what it leaves behind must bear repetition. Long work calls {@link
   * JobRun#checkCancelled} now and then.
   *
   * @return the result, kept as JSON unless {@link #complete} tells another one; may be null
   */
  R run(P payload, JobRun run) throws Exception;

  /**
   * Writes what must commit exactly once, in the one transaction that also records that the job
   * succeeded. When the lease was lost meanwhile, that transaction is rolled back. Keep it short;
   * it does nothing unless it is overridden.
   */
  default void complete(P payload, R result, JobRun run) {}
}
