package org.stoa.work.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;

/** Jobs of a queue that this node has claimed and not begun. Any worker takes of them first. */
final class HeldJobs {

  private final ConcurrentLinkedDeque<Held> jobs = new ConcurrentLinkedDeque<>();
  private final Clock clock;

  private record Held(ClaimedJob job, Instant since) {}

  HeldJobs(Clock clock) {
    this.clock = clock;
  }

  /** The next one; null when there is none. */
  ClaimedJob poll() {
    Held held = jobs.poll();
    return held == null ? null : held.job();
  }

  void addAll(Collection<ClaimedJob> claimed) {
    Instant now = clock.instant();
    claimed.forEach(job -> jobs.add(new Held(job, now)));
  }

  List<Lease> leases() {
    return jobs.stream().map(held -> held.job().lease()).toList();
  }

  /** Takes those away that have been here for this long. */
  List<ClaimedJob> takeHeldFor(Duration age) {
    Instant limit = clock.instant().minus(age);
    List<Held> stale = jobs.stream().filter(held -> !held.since().isAfter(limit)).toList();
    return stale.stream().filter(jobs::remove).map(Held::job).toList();
  }
}
