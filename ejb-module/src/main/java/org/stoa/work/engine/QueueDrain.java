package org.stoa.work.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.RecentDurations;

/**
 * Drains one queue on this node by a limited number of workers.
 *
 * <p>No wake-up is lost: a worker retires only if no signal came since it last began to look, both
 * under one lock. No wake-ups pile up: while all workers are at work a signal is one number more. A
 * worker that finds a full batch calls for another worker, so that one signal is enough.
 */
final class QueueDrain {

  private static final Logger LOG = System.getLogger(QueueDrain.class.getName());

  private final String queue;
  private final int mostWorkers;
  private final IntFunction<List<ClaimedJob>> claim;
  private final Function<ClaimedJob, Duration> run;
  private final Executor executor;
  private final Clock clock;
  private final RecentDurations durations = new RecentDurations();

  /** Claimed and not begun. Any worker takes from here before it claims more. */
  private final ConcurrentLinkedDeque<Unbegun> unbegun = new ConcurrentLinkedDeque<>();

  private long signals;
  private int workers;
  private boolean stopped;

  private record Unbegun(ClaimedJob job, Instant since) {}

  QueueDrain(
      String queue,
      int mostWorkers,
      IntFunction<List<ClaimedJob>> claim,
      Function<ClaimedJob, Duration> run,
      Executor executor,
      Clock clock) {
    this.queue = queue;
    this.mostWorkers = mostWorkers;
    this.claim = claim;
    this.run = run;
    this.executor = executor;
    this.clock = clock;
  }

  /** Something may wait on the queue. */
  void wake() {
    synchronized (this) {
      signals++;
    }
    callWorker();
  }

  /** No more jobs are begun. */
  synchronized void stop() {
    stopped = true;
  }

  /** What is claimed and not begun. */
  List<Lease> unbegun() {
    return unbegun.stream().map(held -> held.job().lease()).toList();
  }

  /** Takes away the jobs that were claimed longer ago than this and have not begun. */
  Collection<ClaimedJob> takeUnbegunFor(Duration age) {
    Instant limit = clock.instant().minus(age);
    List<Unbegun> stale = unbegun.stream().filter(held -> !held.since().isAfter(limit)).toList();
    return stale.stream().filter(unbegun::remove).map(Unbegun::job).toList();
  }

  private void callWorker() {
    synchronized (this) {
      if (stopped || workers >= mostWorkers) {
        return;
      }
      workers++;
    }
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      retire();
      LOG.log(Level.WARNING, "No thread for queue {0}; the next sweep calls again", queue);
    }
  }

  private void work() {
    boolean retired = false;
    try {
      while (!retired) {
        long seen = signalsSeen();
        runAll();
        retired = retireUnlessSignalled(seen);
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "A worker of queue " + queue + " gave up; the next sweep calls again", e);
    } finally {
      if (!retired) {
        retire();
      }
    }
  }

  private void runAll() {
    for (ClaimedJob job = next(); job != null; job = next()) {
      durations.took(job.kind(), run.apply(job));
    }
  }

  private ClaimedJob next() {
    Unbegun held = unbegun.poll();
    if (held == null && !isStopped()) {
      held = claimMore();
    }
    return held == null ? null : held.job();
  }

  private Unbegun claimMore() {
    int size = durations.claimSize();
    List<ClaimedJob> claimed = claim.apply(size);
    if (claimed.size() == size) {
      callWorker();
    }
    Instant now = clock.instant();
    Iterator<ClaimedJob> jobs = claimed.iterator();
    if (!jobs.hasNext()) {
      return null;
    }
    Unbegun first = new Unbegun(jobs.next(), now);
    jobs.forEachRemaining(job -> unbegun.add(new Unbegun(job, now)));
    return first;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized long signalsSeen() {
    return signals;
  }

  private synchronized boolean retireUnlessSignalled(long seen) {
    if (signals != seen && !stopped) {
      return false;
    }
    workers--;
    return true;
  }

  private synchronized void retire() {
    workers--;
  }
}
