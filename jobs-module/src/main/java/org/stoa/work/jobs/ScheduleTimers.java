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
import org.stoa.work.schedule.ScheduleNode;

/**
 * What this node does for schedules as time goes by. Every node does; each time is dealt with once.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleTimers {

  @EJB ScheduleNode node;

  /** Deals with what is due. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "schedules")
  public void fire() {
    Turns.take("fire schedules", node::fire);
  }

  /** Forgets old history. */
  @Schedule(hour = "*", minute = "23", persistent = false, info = "schedule history")
  public void forgetOld() {
    Turns.clearAway("times of schedules from the history", node::forgetOld);
  }
}
