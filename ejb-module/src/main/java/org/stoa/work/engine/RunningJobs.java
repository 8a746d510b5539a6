package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.work.domain.Lease;

/** The attempts that this node is at work on. */
@ApplicationScoped
public class RunningJobs {

  private final Map<Lease, RunningJob> jobs = new ConcurrentHashMap<>();

  private Clock clock;

  /** For the container's proxies only. */
  protected RunningJobs() {}

  /** With the clock. */
  @Inject
  public RunningJobs(Clock clock) {
    this.clock = clock;
  }

  void begin(RunningJob job) {
    jobs.put(job.lease(), job);
  }

  void end(RunningJob job) {
    jobs.remove(job.lease());
  }

  /** All of them, now. */
  List<RunningJob> all() {
    return List.copyOf(jobs.values());
  }

  /** Stops those that take too long. */
  void stopLate() {
    Instant now = clock.instant();
    jobs.values().forEach(job -> job.stopIfLate(now));
  }

  /** Asks those of these jobs that run here to stop. */
  void cancel(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      all().stream()
          .filter(job -> ids.contains(job.id()))
          .forEach(job -> job.stop(StopReason.CANCELLED));
    }
  }
}
