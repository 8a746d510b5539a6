package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.work.domain.Lease;

/** The attempts that this node is at work on. */
@ApplicationScoped
public class RunningJobs {

  private final Map<Lease, RunningJob> jobs = new ConcurrentHashMap<>();

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

  /** Asks those of these jobs that run here to stop. */
  void cancel(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      all().stream()
          .filter(job -> ids.contains(job.id()))
          .forEach(job -> job.stop(StopReason.CANCELLED));
    }
  }
}
