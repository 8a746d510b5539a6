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
import org.stoa.work.domain.ReadyJob;

/** What messages and timers ask of this node's share in the work. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkNode {

  private static final Logger LOG = System.getLogger(WorkNode.class.getName());

  @Inject private ThisNode node;
  @Inject private Drains drains;
  @Inject private LeaseWatch watch;
  @Inject private Sweeps sweeps;
  @Inject private SelfCheck check;
  @Inject private LostJobs lostJobs;
  @Inject private GoneNodes goneNodes;
  @Inject private RunningJobs running;
  @Inject private GroupFinisher group;
  @Inject private HandlerRegistry registry;
  @Inject private WorkSettings settings;

  @PostConstruct
  void join() {
    node.join();
    lostJobs.takeBack();
    sweeps.tidy();
    LOG.log(
        Level.INFO, "Node {0} works on jobs of the kinds {1}", settings.node(), registry.kinds());
  }

  @PreDestroy
  void leave() {
    drains.stop();
    running.all().forEach(job -> job.stop(StopReason.NODE_STOPS));
    node.leave();
  }

  /** A job is ready. */
  public void wake(ReadyJob job) {
    drains.wake(job);
  }

  /** Finds jobs whose time has come, and jobs of which no message told. */
  public void wakeQueuesWithReadyJobs() {
    sweeps.sweep();
  }

  /** Takes back what vanished nodes held, and tells what they may have left untold. */
  public void takeBackLostJobs() {
    lostJobs.takeBack();
    goneNodes.look();
    sweeps.release();
  }

  /** Writes what waits to be written, and stops what takes too long. */
  public void writeProgress() {
    group.writeAgain();
    running.stopLate();
    running.all().forEach(RunningJob::writeIfDue);
  }

  /** Keeps the lease, and compares what this node does with what the database says it should. */
  public void beat() {
    watch.look();
  }

  /** Forgets what nobody needs any more, and makes room for what comes. */
  public void tidy() {
    sweeps.tidy();
  }

  /** Proves that every job is accounted for. */
  public void checkBooks() {
    check.lookInTurn();
  }
}
