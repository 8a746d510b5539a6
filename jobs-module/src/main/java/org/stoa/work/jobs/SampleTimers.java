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
import org.stoa.work.engine.Sampling;

/** Samples the work as time goes by. A turn that fails is made up by the next. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SampleTimers {

  @EJB Sampling sampling;

  /** Takes a sample, twice in its span in case that the first try fails. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "work sample")
  public void sample() {
    Turns.take("sample the work", sampling::sample);
  }

  /** Shows what is new to those who collect metrics. */
  @Schedule(hour = "*", minute = "*", second = "2/10", persistent = false, info = "work metrics")
  public void showMetrics() {
    Turns.take("show metrics", sampling::showMetrics);
  }

  /** Sums samples up, and forgets old ones. */
  @Schedule(hour = "*", minute = "*", second = "37", persistent = false, info = "work sample sums")
  public void sumUp() {
    Turns.take("sum samples up", sampling::sumUp);
  }
}
