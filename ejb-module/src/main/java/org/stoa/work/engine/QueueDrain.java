package org.stoa.work.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * <p>No wake-up is lost, and none piles up: while a worker is on its way to look, a signal is one
 * number more (see {@link Crew}). A worker that finds a full batch calls for another worker, so
 * that one signal is enough. One worker claims at a time, and the others take of what it found. A
 * worker that hangs is written off, and another takes its place.
 */
final class QueueDrain {

  private static final Logger LOG = System.getLogger(QueueDrain.class.getName());

  private final String queue;
  private final Places places;
  private final IntFunction<List<ClaimedJob>> claim;
  private final Function<ClaimedJob, Duration> run;
  private final Executor executor;
  private final Clock clock;
  private final Crew crew;
  private final HeldJobs held;
  private final RecentDurations durations = new RecentDurations();
  private volatile ReentrantLock claiming = new ReentrantLock();

  QueueDrain(
      String queue,
      int mostWorkers,
      Places places,
      IntFunction<List<ClaimedJob>> claim,
      Function<ClaimedJob, Duration> run,
      Executor executor,
      Clock clock) {
    this.queue = queue;
    this.places = places;
    this.claim = claim;
    this.run = run;
    this.executor = executor;
    this.clock = clock;
    crew = new Crew(mostWorkers, places, clock);
    held = new HeldJobs(clock);
  }

  /**
   * Something may wait on the queue.
   *
   * @return whether a worker looks for it; otherwise those at work look when they are done
   */
  boolean wake() {
    return crew.signal() || callWorker();
  }

  /** No more jobs are begun. */
  void stop() {
    crew.stop();
  }

  /** Jobs are begun again. */
  void resume() {
    crew.resume();
  }

  /** What is claimed and not begun. */
  List<Lease> unbegun() {
    return held.leases();
  }

  /** Takes away the jobs that were claimed longer ago than this and have not begun. */
  Collection<ClaimedJob> takeUnbegunFor(Duration age) {
    return held.takeHeldFor(age);
  }

  /** How many workers there are, and how many of them were written off so far. */
  DrainState state() {
    return crew.state(queue);
  }

  /**
   * Writes workers off that hang, and lets others take their places.
   *
   * @param hung jobs whose handlers do not stop
   * @param longestLook a worker that is without a job for longer hangs, too
   * @return how many were written off
   */
  int replaceHung(Set<Lease> hung, Duration longestLook) {
    int count = crew.writeOff(hung, clock.instant().minus(longestLook));
    if (count > 0) {
      LOG.log(Level.ERROR, "{0} workers of queue {1} hang and are replaced", count, queue);
      claiming = new ReentrantLock();
      wake();
    }
    return count;
  }

  private boolean callWorker() {
    Optional<Worker> worker = crew.engage();
    if (worker.isEmpty()) {
      return false;
    }
    try {
      executor.execute(() -> work(worker.get()));
      return true;
    } catch (RejectedExecutionException e) {
      crew.leave(worker.get());
      LOG.log(Level.WARNING, "No thread for queue {0}; the next sweep calls again", queue);
      return false;
    }
  }

  private void work(Worker worker) {
    try {
      do {
        runAll(worker);
      } while (!crew.dismissUnlessSignalled(worker));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "A worker of queue " + queue + " gave up; the next sweep calls again", e);
    } finally {
      crew.leave(worker);
    }
  }

  private void runAll(Worker worker) {
    for (ClaimedJob job = next(worker); job != null; job = next(worker)) {
      if (crew.begins(worker, job.lease())) {
        callWorker();
      }
      Duration took = run.apply(job);
      durations.took(job.kind(), took);
      places.used(took);
    }
  }

  private ClaimedJob next(Worker worker) {
    if (worker.isDismissed()) {
      return null;
    }
    worker.looks(clock.instant());
    ClaimedJob next = held.poll();
    return next != null || !crew.mayGoOn(worker) ? next : claimInTurn(worker);
  }

  private ClaimedJob claimInTurn(Worker worker) {
    ReentrantLock turn = claiming;
    turn.lock();
    try {
      ClaimedJob found = held.poll();
      return found == null ? claimMore(worker) : found;
    } finally {
      turn.unlock();
    }
  }

  private ClaimedJob claimMore(Worker worker) {
    int size = durations.claimSize();
    long signalled = crew.signals();
    Deque<ClaimedJob> claimed = new ArrayDeque<>(claim.apply(size));
    if (claimed.size() == size) {
      callWorker();
    } else {
      crew.foundAll(signalled);
    }
    ClaimedJob first = worker.isDismissed() ? null : claimed.poll();
    held.addAll(claimed);
    return first;
  }
}
