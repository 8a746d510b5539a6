package org.stoa.work.engine;

import java.time.Instant;
import org.stoa.work.domain.Lease;

/** One of the threads that drain a queue, and what it is at. */
final class Worker {

  /** What a worker is at. */
  enum Activity {
    /** No thread has begun it yet. */
    CALLED,
    /** It looks for jobs. */
    LOOKING,
    /** It runs a job. */
    RUNNING
  }

  private Activity activity = Activity.CALLED;
  private Instant since;
  private Lease job;
  private boolean dismissed;

  Worker(Instant now) {
    since = now;
  }

  synchronized void looks(Instant now) {
    activity = Activity.LOOKING;
    since = now;
    job = null;
  }

  synchronized void runs(Lease lease, Instant now) {
    activity = Activity.RUNNING;
    since = now;
    job = lease;
  }

  /** The job that it runs; null when it runs none. */
  synchronized Lease job() {
    return job;
  }

  /** Whether it has been without a job since before this time. */
  synchronized boolean isIdleSince(Instant limit) {
    return activity != Activity.RUNNING && since.isBefore(limit);
  }

  /** Whether it will look for jobs soon, or does so. */
  synchronized boolean isOnItsWay() {
    return activity != Activity.RUNNING;
  }

  /** Nobody counts on it any more: it ends as soon as it comes back. */
  synchronized void dismiss() {
    dismissed = true;
  }

  synchronized boolean isDismissed() {
    return dismissed;
  }
}
