package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.work.JobError;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.LostJob;
import org.stoa.work.domain.Transition;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Nodes;

/**
 * Takes jobs back whose node vanished, and lets another attempt begin. Jobs are lost when a node
 * loses its lease, so that is what is looked at all the time; the jobs are looked through when
 * there is such a node, and now and then.
 */
@ApplicationScoped
public class LostJobs {

  private static final Logger LOG = System.getLogger(LostJobs.class.getName());

  private Claims claims;
  private Nodes nodes;
  private Endings endings;
  private Releaser releaser;
  private JobAnnouncer announcer;
  private Clock clock;
  private Pace looks;

  private Set<UUID> settled = Set.of();

  /** For the container's proxies only. */
  protected LostJobs() {}

  /** With the stores and those who must know. */
  @Inject
  public LostJobs(
      Claims claims,
      Nodes nodes,
      Endings endings,
      Releaser releaser,
      JobAnnouncer announcer,
      Clock clock) {
    this.claims = claims;
    this.nodes = nodes;
    this.endings = endings;
    this.releaser = releaser;
    this.announcer = announcer;
    this.clock = clock;
    looks = new Pace(Duration.ofMillis(1_900), Duration.ofSeconds(30), clock);
  }

  /** Takes back all that are lost now. Nodes that do it together do not disturb each other. */
  public synchronized void takeBack() {
    Set<UUID> gone = nodes.gone();
    if (gone.equals(settled)) {
      looks.turn(this::look);
    } else if (look()) {
      settled = gone;
    }
  }

  private boolean look() {
    List<LostJob> lost = claims.lost();
    lost.forEach(job -> takeBack(job.job(), job.node()));
    return lost.isEmpty();
  }

  /** Takes one job back from the node that does not work on it. */
  void takeBack(ClaimedJob job, String node) {
    if (decide(job, node)) {
      LOG.log(Level.WARNING, "Job {0} ({1}) was lost with {2}", job.id(), job.kind(), node);
      announcer.changed(Set.of(job.id()));
      releaser.lost(job);
    }
  }

  private boolean decide(ClaimedJob job, String node) {
    Instant now = clock.instant();
    if (job.cancelRequested()) {
      return endings.finish(job.lease(), Ending.cancelled(null, node, now));
    }
    if (job.tally().afterLoss() == Transition.FAIL) {
      JobError error = JobErrors.tooManyLosses(job.tally().losses() + 1);
      return endings.finish(job.lease(), Ending.lost(error, node, now));
    }
    return endings.takeBack(job.lease(), node, now);
  }
}
