package org.stoa.work.jobs;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.work.engine.WorkNode;

/** What this node does for its jobs as time goes by. A turn that fails is made up by the next. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkTimers {

  private static final Logger LOG = System.getLogger(WorkTimers.class.getName());

  @EJB WorkNode node;

  /** Shows that this node lives. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "work heartbeat")
  public void beat() {
    turn("heartbeat", node::beat);
  }

  /** Looks for jobs that can begin. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "work ready jobs")
  public void wakeQueuesWithReadyJobs() {
    turn("look for ready jobs", node::wakeQueuesWithReadyJobs);
  }

  /** Looks for jobs whose node vanished. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "work lost jobs")
  public void takeBackLostJobs() {
    turn("look for lost jobs", node::takeBackLostJobs);
  }

  /** Writes progress that waits. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "work progress")
  public void writeProgress() {
    turn("write progress", node::writeProgress);
  }

  private static void turn(String name, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The turn to {0} failed, the next follows: {1}", name, e.toString());
    }
  }
}
