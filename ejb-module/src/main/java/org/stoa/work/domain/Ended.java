package org.stoa.work.domain;

import org.stoa.work.JobState;

/** The jobs that ended within a time: how many how, and how long they waited and ran. */
public final class Ended {

  private long succeeded;
  private long failed;
  private long cancelled;
  private final Histogram waits;
  private final Histogram runs;

  /** Nothing yet. */
  public Ended() {
    this(0, 0, 0, new Histogram(), new Histogram());
  }

  /** As it was kept. */
  public Ended(long succeeded, long failed, long cancelled, Histogram waits, Histogram runs) {
    this.succeeded = succeeded;
    this.failed = failed;
    this.cancelled = cancelled;
    this.waits = waits;
    this.runs = runs;
  }

  /**
   * Adds jobs that took about the same.
   *
   * @param wait the bucket of their waits, null when they never began
   * @param run the bucket of their runs, null when they never began
   */
  public void add(JobState state, Integer wait, Integer run, long count) {
    switch (state) {
      case SUCCEEDED -> succeeded += count;
      case FAILED -> failed += count;
      case CANCELLED -> cancelled += count;
      default -> throw new IllegalArgumentException(state + " is no end");
    }
    if (wait != null) {
      waits.add(wait, count);
      runs.add(run, count);
    }
  }

  /** Adds all of another one. */
  public void add(Ended other) {
    succeeded += other.succeeded;
    failed += other.failed;
    cancelled += other.cancelled;
    waits.add(other.waits);
    runs.add(other.runs);
  }

  /** How many ended. */
  public long count() {
    return succeeded + failed + cancelled;
  }

  /** How many succeeded. */
  public long succeeded() {
    return succeeded;
  }

  /** How many failed. */
  public long failed() {
    return failed;
  }

  /** How many were cancelled. */
  public long cancelled() {
    return cancelled;
  }

  /** How long they waited before they began, once they were due. */
  public Histogram waits() {
    return waits;
  }

  /** How long they ran. */
  public Histogram runs() {
    return runs;
  }
}
