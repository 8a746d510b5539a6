package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.stoa.work.JobError;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.LostJob;
import org.stoa.work.domain.Transition;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Endings;

/** Takes jobs back whose node vanished, and lets another attempt begin. */
@ApplicationScoped
public class LostJobs {

  private static final Logger LOG = System.getLogger(LostJobs.class.getName());

  private Claims claims;
  private Endings endings;
  private Releaser releaser;
  private JobAnnouncer announcer;
  private Clock clock;

  /** For the container's proxies only. */
  protected LostJobs() {}

  /** With the stores and those who must know. */
  @Inject
  public LostJobs(
      Claims claims, Endings endings, Releaser releaser, JobAnnouncer announcer, Clock clock) {
    this.claims = claims;
    this.endings = endings;
    this.releaser = releaser;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Takes back all that are lost now. Nodes that do it together do not disturb each other. */
  public void takeBack() {
    for (LostJob lost : claims.lost()) {
      takeBack(lost.job(), lost.node());
    }
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
