package org.stoa.work.jobs;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stoa.shared.jobs.Turns;
import org.stoa.work.engine.WorkNode;

/** What this node does for its jobs as time goes by. A turn that fails is made up by the next. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkTimers {

  @EJB WorkNode node;

  /** Shows that this node lives. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "work heartbeat")
  public void beat() {
    Turns.take("heartbeat", node::beat);
  }

  /** Looks for jobs that can begin. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "work ready jobs")
  public void wakeQueuesWithReadyJobs() {
    Turns.take("look for ready jobs", node::wakeQueuesWithReadyJobs);
  }

  /** Looks for jobs whose node vanished. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "work lost jobs")
  public void takeBackLostJobs() {
    Turns.take("look for lost jobs", node::takeBackLostJobs);
  }

  /** Writes progress that waits. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "work progress")
  public void writeProgress() {
    Turns.take("write progress", node::writeProgress);
  }

  /** Forgets what nobody needs any more. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "work tidy")
  public void tidy() {
    Turns.take("tidy", node::tidy);
  }

  /** Proves that every job is accounted for. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "work books")
  public void checkBooks() {
    Turns.take("check the books", node::checkBooks);
  }
}
