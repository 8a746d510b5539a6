package org.stoa.work.domain;

/**
 * The books of the engine and the rows themselves, at one moment.
 *
 * @param submitted how many jobs were ever submitted, by the books
 * @param succeeded how many succeeded, by the books
 * @param failed how many failed, by the books
 * @param cancelled how many were cancelled, by the books
 * @param waiting how many rows wait
 * @param running how many rows run
 */
public record Balance(
    long submitted, long succeeded, long failed, long cancelled, long waiting, long running) {

  /** Whether each job that was submitted waits, runs, or has ended in one way. */
  public boolean holds() {
    return submitted == waiting + running + succeeded + failed + cancelled;
  }

  /** Whether the history has as many jobs of each end as the books say. */
  public boolean agreesWith(Balance history) {
    return succeeded == history.succeeded()
        && failed == history.failed()
        && cancelled == history.cancelled();
  }
}
