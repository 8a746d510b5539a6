package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.stoa.work.domain.Success;
import org.stoa.work.store.Successes;

/**
 * Ends jobs that succeeded and have nothing else to commit, in groups. The worker that finds nobody
 * writing writes all that wait; those that end meanwhile make the next group. So a single job waits
 * for nothing, and a thousand share one commit.
 *
 * <p>Until its group is written a job counts as running here, under its lease. If that cannot be
 * written, it is let go: what was held and is not known any more is taken back and done again.
 */
@ApplicationScoped
public class GroupFinisher {

  private static final Logger LOG = System.getLogger(GroupFinisher.class.getName());
  private static final int MOST_AT_ONCE = 500;

  /** From here on a worker waits for the writer instead of adding to its work. */
  private static final int MANY_WAIT = 2_000;

  private final ConcurrentLinkedQueue<Done> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waits = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();

  private Successes successes;
  private RunningJobs running;
  private JobAnnouncer announcer;
  private WorkSettings settings;
  private Clock clock;

  private record Done(RunningJob run, Success success) {}

  /** For the container's proxies only. */
  protected GroupFinisher() {}

  /** With the store, and those who must know. */
  @Inject
  public GroupFinisher(
      Successes successes,
      RunningJobs running,
      JobAnnouncer announcer,
      WorkSettings settings,
      Clock clock) {
    this.successes = successes;
    this.running = running;
    this.announcer = announcer;
    this.settings = settings;
    this.clock = clock;
  }

  /** The handler of the job is done; the job ends soon. */
  void finish(RunningJob run, String result) {
    waiting.add(
        new Done(run, new Success(run.lease(), result, run.lastProgress(), clock.instant())));
    if (waits.incrementAndGet() > MANY_WAIT) {
      writing.lock();
      writeAndUnlock();
    }
    while (!waiting.isEmpty() && writing.tryLock()) {
      writeAndUnlock();
    }
  }

  private void writeAndUnlock() {
    try {
      List<Done> group = take();
      if (!group.isEmpty()) {
        write(group);
      }
    } finally {
      writing.unlock();
    }
  }

  private List<Done> take() {
    List<Done> group = new ArrayList<>();
    while (group.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
      group.add(waiting.poll());
    }
    waits.addAndGet(-group.size());
    return group;
  }

  private void write(List<Done> group) {
    try {
      UUID owner = group.get(0).success().lease().owner();
      Set<Long> ended =
          successes.finish(owner, settings.node(), group.stream().map(Done::success).toList());
      group.stream()
          .map(Done::run)
          .filter(run -> !ended.contains(run.id()))
          .forEach(this::tellLoss);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, group.size() + " jobs could not be ended and will be done again", e);
    } finally {
      group.forEach(done -> running.end(done.run()));
      announcer.changed(group.stream().map(done -> done.run().id()).collect(Collectors.toSet()));
    }
  }

  private void tellLoss(RunningJob run) {
    LOG.log(Level.WARNING, "{0} Another attempt decides.", new LeaseLost(run.id()).getMessage());
  }
}
