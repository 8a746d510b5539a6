package org.stoa.work.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoa.work.domain.Lease;

/**
 * The workers of one queue on this node: how many there are, what they are at, and whether another
 * one is needed. As long as something was signalled that nobody has looked for, a worker is on its
 * way to look, or all of them are at work and look when they are done.
 */
final class Crew {

  private final int most;
  private final Places places;
  private final Clock clock;
  private final Set<Worker> workers = new HashSet<>();
  private long signals;
  private long lookedFor;
  private boolean stopped;
  private int writtenOff;

  Crew(int most, Places places, Clock clock) {
    this.most = most;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Something may wait.
   *
   * @return whether a worker is on its way to look for it
   */
  synchronized boolean signal() {
    signals++;
    return isAnyLooking();
  }

  /** How often something was signalled so far. */
  synchronized long signals() {
    return signals;
  }

  /** Nothing more waits of what was signalled until then. */
  synchronized void foundAll(long signalledUntilThen) {
    lookedFor = Math.max(lookedFor, signalledUntilThen);
  }

  /** One more worker, unless there is no place for it. */
  synchronized Optional<Worker> engage() {
    if (stopped || workers.size() >= most || !places.take()) {
      return Optional.empty();
    }
    Worker worker = new Worker(clock.instant());
    workers.add(worker);
    return Optional.of(worker);
  }

  /**
   * A worker begins a job.
   *
   * @return whether somebody else has to look for what was signalled meanwhile
   */
  synchronized boolean begins(Worker worker, Lease job) {
    worker.runs(job, clock.instant());
    return signals != lookedFor && !isAnyLooking();
  }

  /** Whether the worker may take more jobs. */
  boolean mayGoOn(Worker worker) {
    if (worker.isDismissed() || isStopped()) {
      return false;
    }
    if (!places.mayGoOn()) {
      worker.dismiss();
    }
    return !worker.isDismissed();
  }

  /** Lets a worker go that found nothing, unless something was signalled that nobody looked for. */
  boolean dismissUnlessSignalled(Worker worker) {
    synchronized (this) {
      if (signals != lookedFor && !stopped && !worker.isDismissed()) {
        return false;
      }
    }
    leave(worker);
    return true;
  }

  /** A worker is gone. */
  void leave(Worker worker) {
    boolean wasHere;
    synchronized (this) {
      wasHere = workers.remove(worker);
    }
    if (wasHere) {
      places.giveBack();
    }
  }

  /**
   * Writes workers off that hang, so that others can take their places.
   *
   * @param hung jobs whose handlers do not stop
   * @param limit who has been without a job since before this time hangs, too
   * @return how many were written off
   */
  int writeOff(Set<Lease> hung, Instant limit) {
    List<Worker> gone;
    synchronized (this) {
      gone =
          workers.stream()
              .filter(worker -> worker.isIdleSince(limit) || hung.contains(worker.job()))
              .toList();
      writtenOff += gone.size();
    }
    gone.forEach(Worker::dismiss);
    gone.forEach(this::leave);
    return gone.size();
  }

  synchronized void stop() {
    stopped = true;
  }

  synchronized void resume() {
    stopped = false;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized DrainState state(String queue) {
    return new DrainState(queue, most, workers.size(), writtenOff);
  }

  private boolean isAnyLooking() {
    return workers.stream().anyMatch(Worker::isOnItsWay);
  }
}
