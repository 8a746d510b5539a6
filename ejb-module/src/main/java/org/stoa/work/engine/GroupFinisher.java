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
import org.stoa.shared.Ids;
import org.stoa.work.JobError;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Success;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Successes;
import org.stoa.work.store.WorkStoreException;

/**
 * Ends jobs that succeeded and have nothing else to commit, in groups. The worker that finds nobody
 * writing writes all that wait; those that end meanwhile make the next group. So a single job waits
 * for nothing, and a thousand share one commit.
 *
 * <p>Until its group is written a job counts as running here, under its lease. While the database
 * is away the group is kept and written later. A job that cannot be written for a reason of its own
 * fails, and the others of its group end.
 */
@ApplicationScoped
public class GroupFinisher {

  private static final Logger LOG = System.getLogger(GroupFinisher.class.getName());
  private static final int MOST_AT_ONCE = 500;

  /** From here on a worker waits for the writer instead of adding to its work. */
  private static final int MANY_WAIT = 2_000;

  private final ConcurrentLinkedQueue<Done> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Done> unwritten = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waits = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();

  private Successes successes;
  private Endings endings;
  private RunningJobs running;
  private Releaser releaser;
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
      Endings endings,
      RunningJobs running,
      Releaser releaser,
      JobAnnouncer announcer,
      WorkSettings settings,
      Clock clock) {
    this.successes = successes;
    this.endings = endings;
    this.running = running;
    this.releaser = releaser;
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
    writeUnlessSomebodyDoes();
  }

  /** Writes what could not be written before. */
  void writeAgain() {
    for (Done done = unwritten.poll(); done != null; done = unwritten.poll()) {
      waiting.add(done);
      waits.incrementAndGet();
    }
    writeUnlessSomebodyDoes();
  }

  private void writeUnlessSomebodyDoes() {
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
      letGo(group);
    } catch (WorkStoreException e) {
      decideAfter(e, group);
    }
  }

  private void decideAfter(WorkStoreException e, List<Done> group) {
    if (e.isOutage()) {
      LOG.log(Level.WARNING, "{0} jobs have to wait to be ended: {1}", group.size(), e.toString());
      unwritten.addAll(group);
    } else if (group.size() > 1) {
      group.forEach(done -> write(List.of(done)));
    } else {
      fail(group.get(0).run(), e);
      letGo(group);
    }
  }

  private void fail(RunningJob run, WorkStoreException e) {
    String incident = Ids.next().toString();
    LOG.log(Level.ERROR, "Job " + run.id() + " cannot be ended, incident " + incident, e);
    endings.finish(
        run.lease(),
        Ending.failed(
            JobError.unexpected(incident), run.lastProgress(), settings.node(), clock.instant()));
  }

  private void letGo(List<Done> group) {
    group.forEach(done -> running.end(done.run()));
    announcer.changed(group.stream().map(done -> done.run().id()).collect(Collectors.toSet()));
    releaser.endedTogether(group.stream().map(done -> done.run().job()).toList());
  }

  private void tellLoss(RunningJob run) {
    LOG.log(Level.WARNING, "{0} Another attempt decides.", new LeaseLost(run.id()).getMessage());
  }
}
