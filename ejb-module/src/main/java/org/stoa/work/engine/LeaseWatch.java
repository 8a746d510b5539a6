package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.store.Claims;

/**
 * Keeps the lease of this node, and compares what the node does with what the database says it
 * should. What runs here without a lease is stopped, what is held here and not known is taken back,
 * and a worker whose job does not stop when it must is replaced.
 */
@ApplicationScoped
public class LeaseWatch {

  /** A job that this node holds so long without knowing of it fell between two chairs. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

  /** A handler that goes on for so long after it was stopped hangs. */
  private static final Duration HUNG_AFTER = Duration.ofSeconds(10);

  private ThisNode node;
  private Drains drains;
  private JobRunner runner;
  private LostJobs lostJobs;
  private RunningJobs running;
  private Claims claims;
  private WorkSettings settings;
  private Clock clock;
  private Pace forgotten;

  private Instant leaseUntil = Instant.MAX;
  private boolean draining;

  /** For the container's proxies only. */
  protected LeaseWatch() {}

  /** With what is to be compared. */
  @Inject
  public LeaseWatch(
      ThisNode node,
      Drains drains,
      JobRunner runner,
      LostJobs lostJobs,
      RunningJobs running,
      Claims claims,
      WorkSettings settings,
      Clock clock) {
    this.node = node;
    this.drains = drains;
    this.runner = runner;
    this.lostJobs = lostJobs;
    this.running = running;
    this.claims = claims;
    this.settings = settings;
    this.clock = clock;
    forgotten = new Pace(Duration.ofMillis(2_900), FORGOTTEN_AFTER, clock);
  }

  /** Extends the lease and compares. When the lease has run out, everything here is stopped. */
  public synchronized void look() {
    List<RunningJob> hung = replaceHung();
    extend();
    hung.forEach(runner::writeOff);
    List<RunningJob> mine = running.all();
    List<ClaimedJob> held = claims.held(mine.stream().map(RunningJob::lease).toList());
    stopLost(mine, held);
    running.cancel(
        held.stream()
            .filter(ClaimedJob::cancelRequested)
            .map(ClaimedJob::id)
            .collect(Collectors.toSet()));
    forgotten.turn(this::takeBackForgotten);
  }

  private void extend() {
    Instant before = clock.instant();
    try {
      follow(node.extendLease(drains.states()));
      leaseUntil = before.plus(settings.lease());
    } finally {
      if (clock.instant().isAfter(leaseUntil)) {
        running.all().forEach(job -> job.stop(StopReason.LEASE_LOST));
      }
    }
  }

  private void follow(boolean toDrain) {
    if (toDrain && !draining) {
      drains.stop();
    } else if (!toDrain && draining) {
      drains.resume();
    }
    draining = toDrain;
  }

  private List<RunningJob> replaceHung() {
    Instant limit = clock.instant().minus(HUNG_AFTER);
    List<RunningJob> hung = running.all().stream().filter(job -> job.isHungSince(limit)).toList();
    drains.replaceHung(hung.stream().map(RunningJob::lease).collect(Collectors.toSet()));
    return hung;
  }

  private static void stopLost(List<RunningJob> mine, List<ClaimedJob> held) {
    Set<Lease> leases = held.stream().map(ClaimedJob::lease).collect(Collectors.toSet());
    mine.stream()
        .filter(job -> !leases.contains(job.lease()))
        .forEach(job -> job.stop(StopReason.LEASE_LOST));
  }

  private void takeBackForgotten() {
    List<ClaimedJob> held = claims.heldBy(node.id());
    Instant limit = clock.instant().minus(FORGOTTEN_AFTER);
    Set<Lease> known =
        Stream.concat(running.all().stream().map(RunningJob::lease), drains.unbegun().stream())
            .collect(Collectors.toCollection(HashSet::new));
    held.stream()
        .filter(job -> job.startedAt().isBefore(limit) && !known.contains(job.lease()))
        .forEach(job -> lostJobs.takeBack(job, settings.node()));
  }
}
