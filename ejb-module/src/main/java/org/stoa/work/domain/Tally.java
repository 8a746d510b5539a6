package org.stoa.work.domain;

/**
 * What a job has been through.
 *
 * @param attempt how often it was started
 * @param failures how many attempts failed
 * @param losses how many attempts vanished with their worker
 * @param maxAttempts after how many failures it is given up
 */
public record Tally(int attempt, int failures, int losses, int maxAttempts) {

  /**
   * After how many lost workers a job is given up: a job that kills whoever runs it must not go
   * round for ever, and one that meets a bad day of the machines must not be blamed for it.
   */
  public static final int MAX_LOSSES = 10;

  public Tally {
    if (attempt < 0 || failures < 0 || losses < 0 || maxAttempts < 1) {
      throw new IllegalArgumentException("not a tally of a job");
    }
  }

  /** A new job's. */
  public static Tally fresh(int maxAttempts) {
    return new Tally(0, 0, 0, maxAttempts);
  }

  /** One more attempt begins. */
  public Tally started() {
    return new Tally(attempt + 1, failures, losses, maxAttempts);
  }

  /** The attempt failed. */
  public Tally failed() {
    return new Tally(attempt, failures + 1, losses, maxAttempts);
  }

  /** The attempt's worker vanished. */
  public Tally lost() {
    return new Tally(attempt, failures, losses + 1, maxAttempts);
  }

  /** What follows when the current attempt fails with an error that may pass. */
  public Transition afterFailure() {
    return failures + 1 < maxAttempts ? Transition.RETRY : Transition.FAIL;
  }

  /** What follows when the worker of the current attempt vanished. */
  public Transition afterLoss() {
    return losses + 1 < MAX_LOSSES ? Transition.TAKE_BACK : Transition.FAIL;
  }
}
