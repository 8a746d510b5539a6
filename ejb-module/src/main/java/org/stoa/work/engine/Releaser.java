package org.stoa.work.engine;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Hold;
import org.stoa.work.domain.LimitKey;
import org.stoa.work.store.BatchEnds;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Holds;
import org.stoa.work.store.WorkStoreException;

/**
 * Lets jobs go on that others held back: those that waited for a job that has ended, and those that
 * waited for a slot of its limit key. It begins after the commit that matters, so it sees what was
 * committed on both sides, whichever came last. One loop works; what comes meanwhile is done
 * together. What a crash or an outage leaves undone, the sweep does.
 */
@ApplicationScoped
public class Releaser {

  private static final Logger LOG = System.getLogger(Releaser.class.getName());
  private static final int TRIES = 5;

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService container;

  private Executor executor;
  private Dependencies dependencies;
  private BatchEnds batchEnds;
  private Holds holds;
  private CurrentControls controls;
  private ReadyListener listener;
  private JobAnnouncer announcer;
  private Clock clock;

  private final Object lock = new Object();
  private Set<EndedJob> ended = new LinkedHashSet<>();
  private Set<Long> waiting = new LinkedHashSet<>();
  private Set<LimitKey> keys = new LinkedHashSet<>();
  private Set<UUID> batches = new LinkedHashSet<>();
  private boolean working;

  private record Task(
      Set<EndedJob> ended, Set<Long> waiting, Set<LimitKey> keys, Set<UUID> batches) {
    boolean isEmpty() {
      return ended.isEmpty() && waiting.isEmpty() && keys.isEmpty() && batches.isEmpty();
    }
  }

  /** For the container's proxies only. */
  protected Releaser() {}

  /** With the stores, and those who must know. */
  @Inject
  public Releaser(
      Dependencies dependencies,
      BatchEnds batchEnds,
      Holds holds,
      CurrentControls controls,
      ReadyListener listener,
      JobAnnouncer announcer,
      Clock clock) {
    this.dependencies = dependencies;
    this.batchEnds = batchEnds;
    this.holds = holds;
    this.controls = controls;
    this.listener = listener;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** On another executor than the container's. */
  Releaser on(Executor other) {
    executor = other;
    return this;
  }

  /** Jobs have ended. */
  public void ended(Collection<EndedJob> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    synchronized (lock) {
      ended.addAll(jobs);
      jobs.stream().filter(job -> job.limit() != null).forEach(job -> keys.add(job.limit()));
      jobs.stream().filter(job -> job.batch() != null).forEach(job -> batches.add(job.batch()));
    }
    workSoon();
  }

  /** An attempt has ended here, and perhaps the job. */
  void ended(ClaimedJob job) {
    endedTogether(List.of(job));
  }

  /** Attempts have ended here, and perhaps the jobs. */
  void endedTogether(List<ClaimedJob> jobs) {
    ended(jobs.stream().map(ClaimedJob::ended).toList());
    jobs.stream()
        .map(job -> job.ready().lane())
        .distinct()
        .filter(lane -> controls.isLimited(lane.queue(), lane.kind()))
        .forEach(lane -> listener.mayBegin(lane.queue()));
  }

  /** A job was taken back from a worker that vanished. */
  void lost(ClaimedJob job) {
    listener.ready(job.ready());
    ended(job);
  }

  /** Jobs are new, or go on: those that are ready are told at once. */
  public void freed(Collection<Freed> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    Freed.ready(List.copyOf(jobs)).forEach(listener::ready);
    List<LimitKey> wanted = Freed.keys(List.copyOf(jobs));
    List<Long> others =
        jobs.stream().filter(job -> job.hold() == Hold.JOBS).map(job -> job.job().id()).toList();
    if (wanted.isEmpty() && others.isEmpty()) {
      return;
    }
    synchronized (lock) {
      keys.addAll(wanted);
      waiting.addAll(others);
    }
    workSoon();
  }

  /** Finds everything that can go on, whoever forgot to tell. */
  public void sweep() {
    resolve(dependencies.noteAllEnded());
    follow(batchEnds.endAll(clock.instant()));
    holds.keysWithFreeSlots(controls.perLimitKey()).forEach(this::giveSlots);
  }

  private void workSoon() {
    synchronized (lock) {
      if (working) {
        return;
      }
      working = true;
    }
    try {
      (executor == null ? container : executor).execute(this::work);
    } catch (RejectedExecutionException e) {
      synchronized (lock) {
        working = false;
      }
      LOG.log(Level.WARNING, "No thread to let jobs go on; the next sweep does");
    }
  }

  private void work() {
    for (Task task = take(); !task.isEmpty(); task = take()) {
      try {
        work(task);
      } catch (WorkStoreException e) {
        LOG.log(
            Level.WARNING,
            "Jobs that wait for others go on with the next sweep: {0}",
            e.toString());
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "Jobs that wait for others go on with the next sweep", e);
      }
    }
  }

  /** The last look and the end of the work are one step, so that nothing falls between. */
  private Task take() {
    synchronized (lock) {
      Task task = new Task(ended, waiting, keys, batches);
      ended = new LinkedHashSet<>();
      waiting = new LinkedHashSet<>();
      keys = new LinkedHashSet<>();
      batches = new LinkedHashSet<>();
      working = !task.isEmpty();
      return task;
    }
  }

  private void work(Task task) {
    Set<Long> touched = new HashSet<>();
    if (!task.ended().isEmpty()) {
      touched.addAll(dependencies.noteEnded(task.ended().stream().map(EndedJob::id).toList()));
    }
    if (!task.waiting().isEmpty()) {
      dependencies.noteEndedBefore(task.waiting());
      touched.addAll(task.waiting());
    }
    resolve(touched);
    task.keys().forEach(this::giveSlots);
    if (!task.batches().isEmpty()) {
      follow(batchEnds.end(task.batches(), clock.instant()));
    }
  }

  private void resolve(Collection<Long> jobs) {
    List<Long> undecided = new ArrayList<>(jobs);
    while (!undecided.isEmpty()) {
      Dependencies.Resolved resolved = dependencies.resolve(undecided, clock.instant());
      freed(resolved.freed());
      undecided = noteCancelled(resolved.cancelled());
    }
  }

  /** Batches have ended, so what continues them goes on, or is cancelled. */
  private void follow(BatchEnds.Followed next) {
    if (next.isNothing()) {
      return;
    }
    freed(next.freed());
    announcer.changed(next.freed().stream().map(job -> job.job().id()).collect(toSet()));
    resolve(noteCancelled(next.cancelled()));
  }

  /** Jobs were cancelled here; tells which others waited for them. */
  private List<Long> noteCancelled(List<EndedJob> cancelled) {
    Set<Long> ids = cancelled.stream().map(EndedJob::id).collect(toSet());
    announcer.changed(ids);
    synchronized (lock) {
      cancelled.stream()
          .filter(job -> job.batch() != null)
          .forEach(job -> batches.add(job.batch()));
    }
    return dependencies.noteEnded(ids);
  }

  private void giveSlots(LimitKey key) {
    for (int i = 0; i < TRIES; i++) {
      try {
        freed(holds.giveSlots(key, controls.perLimitKey(key.kind())));
        return;
      } catch (WorkStoreException e) {
        if (!e.isTaken()) {
          throw e;
        }
      }
    }
  }
}
