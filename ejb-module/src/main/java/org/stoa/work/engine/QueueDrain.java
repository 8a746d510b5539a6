package org.stoa.work.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
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
 * worker that finds a full batch calls for another worker, so that one signal is enough. One worker
 * claims at a time, and the others take of what it found. A worker that hangs is written off, and
 * another takes its place.
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

  private final Set<Worker> workers = new HashSet<>();
  private volatile ReentrantLock claiming = new ReentrantLock();
  private long signals;
  private boolean stopped;
  private int writtenOff;

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

  /**
   * Something may wait on the queue.
   *
   * @return whether a worker was free to look; otherwise those at work look when they are done
   */
  boolean wake() {
    synchronized (this) {
      signals++;
    }
    return callWorker();
  }

  /** No more jobs are begun. */
  synchronized void stop() {
    stopped = true;
  }

  /** Jobs are begun again. */
  synchronized void resume() {
    stopped = false;
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

  /** How many workers there are, and how many of them were written off so far. */
  synchronized DrainState state() {
    return new DrainState(queue, mostWorkers, workers.size(), writtenOff);
  }

  /**
   * Writes workers off that hang, and lets others take their places.
   *
   * @param hung jobs whose handlers do not stop
   * @param longestLook a worker that is without a job for longer hangs, too
   * @return how many were written off
   */
  int replaceHung(Set<Lease> hung, Duration longestLook) {
    Instant limit = clock.instant().minus(longestLook);
    int count = writeOff(hung, limit);
    if (count > 0) {
      LOG.log(Level.ERROR, "{0} workers of queue {1} hang and are replaced", count, queue);
      claiming = new ReentrantLock();
      wake();
    }
    return count;
  }

  private synchronized int writeOff(Set<Lease> hung, Instant limit) {
    List<Worker> gone =
        workers.stream()
            .filter(worker -> worker.isIdleSince(limit) || hung.contains(worker.job()))
            .toList();
    gone.forEach(Worker::writeOff);
    gone.forEach(workers::remove);
    writtenOff += gone.size();
    return gone.size();
  }

  private boolean callWorker() {
    Worker worker = new Worker(clock.instant());
    synchronized (this) {
      if (stopped || workers.size() >= mostWorkers) {
        return false;
      }
      workers.add(worker);
    }
    try {
      executor.execute(() -> work(worker));
      return true;
    } catch (RejectedExecutionException e) {
      retire(worker);
      LOG.log(Level.WARNING, "No thread for queue {0}; the next sweep calls again", queue);
      return false;
    }
  }

  private void work(Worker worker) {
    boolean retired = false;
    try {
      while (!retired) {
        long seen = signalsSeen();
        runAll(worker);
        retired = retireUnlessSignalled(worker, seen);
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "A worker of queue " + queue + " gave up; the next sweep calls again", e);
    } finally {
      if (!retired) {
        retire(worker);
      }
    }
  }

  private void runAll(Worker worker) {
    for (ClaimedJob job = next(worker); job != null; job = next(worker)) {
      worker.runs(job.lease(), clock.instant());
      durations.took(job.kind(), run.apply(job));
    }
  }

  private ClaimedJob next(Worker worker) {
    if (worker.isWrittenOff()) {
      return null;
    }
    worker.looks(clock.instant());
    ClaimedJob held = takeUnbegun();
    return held != null || isStopped() ? held : claimInTurn(worker);
  }

  private ClaimedJob takeUnbegun() {
    Unbegun held = unbegun.poll();
    return held == null ? null : held.job();
  }

  private ClaimedJob claimInTurn(Worker worker) {
    ReentrantLock turn = claiming;
    turn.lock();
    try {
      ClaimedJob found = takeUnbegun();
      return found == null ? claimMore(worker) : found;
    } finally {
      turn.unlock();
    }
  }

  private ClaimedJob claimMore(Worker worker) {
    int size = durations.claimSize();
    Deque<ClaimedJob> claimed = new ArrayDeque<>(claim.apply(size));
    if (claimed.size() == size) {
      callWorker();
    }
    ClaimedJob first = worker.isWrittenOff() ? null : claimed.poll();
    Instant now = clock.instant();
    claimed.forEach(job -> unbegun.add(new Unbegun(job, now)));
    return first;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized long signalsSeen() {
    return signals;
  }

  private synchronized boolean retireUnlessSignalled(Worker worker, long seen) {
    if (signals != seen && !stopped && !worker.isWrittenOff()) {
      return false;
    }
    workers.remove(worker);
    return true;
  }

  private synchronized void retire(Worker worker) {
    workers.remove(worker);
  }
}
