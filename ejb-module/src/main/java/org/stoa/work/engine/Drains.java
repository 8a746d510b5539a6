package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.domain.SharedPlaces;
import org.stoa.work.store.Endings;

/** The drains of this node, one per queue. */
@ApplicationScoped
public class Drains implements ReadyListener {

  /** How long a job may be held here without being begun. */
  private static final Duration LONGEST_HELD = Duration.ofSeconds(1);

  /** A worker that looks for a job for longer than this does not come back. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

  private final Map<String, QueueDrain> drains = new ConcurrentHashMap<>();

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService container;

  private Executor executor;
  private ReadyQueues ready;
  private Claimer claimer;
  private JobRunner runner;
  private Endings endings;
  private WorkSettings settings;
  private SharedPlaces places;
  private Clock clock;
  private volatile boolean stopped;

  /** For the container's proxies only. */
  protected Drains() {}

  /** With who claims and who runs. */
  @Inject
  public Drains(
      ReadyQueues ready,
      Claimer claimer,
      JobRunner runner,
      Endings endings,
      WorkSettings settings,
      CurrentControls controls,
      Clock clock) {
    this.ready = ready;
    this.claimer = claimer;
    this.runner = runner;
    this.endings = endings;
    this.settings = settings;
    this.clock = clock;
    places = new SharedPlaces(settings.workers(), controls::shares);
  }

  /** On another executor than the container's. */
  public Drains on(Executor other) {
    executor = other;
    return this;
  }

  @Override
  public void ready(ReadyJob job) {
    wake(job);
  }

  @Override
  public void mayBegin(String queue) {
    if (!ready.lanes(queue).isEmpty()) {
      wake(queue);
    }
  }

  /**
   * A job is ready.
   *
   * @return whether a worker was free to look for it
   */
  boolean wake(ReadyJob job) {
    ready.lanes(job.lane().queue()).add(job);
    return wake(job.lane().queue());
  }

  /**
   * Something of the queue may begin.
   *
   * @return whether a worker was free to look for it
   */
  boolean wake(String queue) {
    return drains.computeIfAbsent(queue, this::drain).wake();
  }

  /** Wakes every queue in which something may wait. */
  void wakeAll() {
    ready.waiting().forEach(this::wake);
  }

  /** Gives back what this node claimed and could not begin soon, so that others can. */
  public void handBackWhatWaits() {
    drains.values().forEach(drain -> handBack(drain, LONGEST_HELD));
  }

  /** What this node holds without having begun. */
  List<Lease> unbegun() {
    return drains.values().stream().flatMap(drain -> drain.unbegun().stream()).toList();
  }

  /** Replaces workers that hang: on these jobs, or on the way to one. */
  void replaceHung(Set<Lease> hung) {
    drains.values().forEach(drain -> drain.replaceHung(hung, LONGEST_LOOK));
  }

  /** How each queue is drained here. */
  List<DrainState> states() {
    return drains.values().stream()
        .map(QueueDrain::state)
        .sorted(Comparator.comparing(DrainState::queue))
        .toList();
  }

  /** Begins no more jobs, and gives back those that have not begun. */
  public void stop() {
    stopped = true;
    drains.values().forEach(QueueDrain::stop);
    drains.values().forEach(drain -> handBack(drain, Duration.ZERO));
  }

  /** Begins jobs again. */
  void resume() {
    stopped = false;
    drains.values().forEach(QueueDrain::resume);
    wakeAll();
  }

  private void handBack(QueueDrain drain, Duration age) {
    for (ClaimedJob job : drain.takeUnbegunFor(age)) {
      endings.handBackUnstarted(job.lease());
      ready.lanes(job.queue()).add(job.ready());
    }
  }

  private QueueDrain drain(String queue) {
    QueueDrain drain =
        new QueueDrain(
            queue,
            settings.concurrency(queue),
            placesOf(queue),
            size -> claimer.claim(queue, ready.lanes(queue), size),
            runner::run,
            executor == null ? container : executor,
            clock);
    if (stopped) {
      drain.stop();
    }
    return drain;
  }

  private Places placesOf(String queue) {
    return new Places() {
      @Override
      public boolean take() {
        return places.take(queue);
      }

      @Override
      public boolean mayGoOn() {
        return places.mayGoOn(queue);
      }

      @Override
      public void used(Duration time) {
        places.used(queue, time);
      }

      @Override
      public void giveBack() {
        places.giveBack(queue).ifPresent(Drains.this::wake);
      }
    };
  }
}
