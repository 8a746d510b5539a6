package org.stoa.work.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

/** What messages and timers ask of this node's share in the work. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkNode {

  private static final Logger LOG = System.getLogger(WorkNode.class.getName());

  /** A job that this node holds so long without knowing of it fell between two chairs. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

  @Inject private ThisNode node;
  @Inject private Drains drains;
  @Inject private LostJobs lostJobs;
  @Inject private GoneNodes goneNodes;
  @Inject private RunningJobs running;
  @Inject private HandlerRegistry registry;
  @Inject private Claims claims;
  @Inject private WorkSettings settings;
  @Inject private Clock clock;

  @PostConstruct
  void join() {
    node.join();
    lostJobs.takeBack();
    LOG.log(
        Level.INFO, "Node {0} works on jobs of the kinds {1}", settings.node(), registry.kinds());
  }

  @PreDestroy
  void leave() {
    drains.stop();
    running.all().forEach(job -> job.stop(StopReason.NODE_STOPS));
    node.leave();
  }

  /** Jobs may wait on the queue. */
  public void wake(String queue) {
    drains.wake(queue);
  }

  /** Finds jobs whose time has come, and jobs of which no message told. */
  public void wakeQueuesWithReadyJobs() {
    claims.promoteDue(clock.instant());
    claims.queuesWithReadyJobs().forEach(drains::wake);
    drains.handBackWhatWaits();
  }

  /** Takes back what vanished nodes held, and tells what they may have left untold. */
  public void takeBackLostJobs() {
    lostJobs.takeBack();
    goneNodes.look();
  }

  /** Writes progress that was told too soon after the last write. */
  public void writeProgress() {
    running.all().forEach(RunningJob::writeIfDue);
  }

  /** Keeps the lease, and compares what this node does with what the database says it should. */
  public void beat() {
    node.extendLease();
    List<RunningJob> mine = running.all();
    List<ClaimedJob> held = claims.heldBy(node.id());
    stopLost(mine, held);
    running.cancel(
        held.stream()
            .filter(ClaimedJob::cancelRequested)
            .map(ClaimedJob::id)
            .collect(Collectors.toSet()));
    handBackForgotten(held);
  }

  private static void stopLost(List<RunningJob> mine, List<ClaimedJob> held) {
    Set<Lease> leases = held.stream().map(ClaimedJob::lease).collect(Collectors.toSet());
    mine.stream()
        .filter(job -> !leases.contains(job.lease()))
        .forEach(job -> job.stop(StopReason.LEASE_LOST));
  }

  private void handBackForgotten(List<ClaimedJob> held) {
    Instant limit = clock.instant().minus(FORGOTTEN_AFTER);
    Set<Lease> known =
        Stream.concat(running.all().stream().map(RunningJob::lease), drains.unbegun().stream())
            .collect(Collectors.toCollection(HashSet::new));
    held.stream()
        .filter(job -> job.startedAt().isBefore(limit) && !known.contains(job.lease()))
        .forEach(job -> lostJobs.takeBack(job, settings.node()));
  }
}
