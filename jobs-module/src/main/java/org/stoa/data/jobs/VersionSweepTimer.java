package org.stoa.data.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stoa.data.VersionSweep;
import org.stoa.shared.jobs.Turns;

/** Clears away each night what cut-off loads left behind. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VersionSweepTimer {

  @EJB private VersionSweep sweep;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "3", minute = "37", persistent = false, info = "data sweep")
  public void clearAway() {
    Turns.clearAway("leftovers of loads", sweep::sweep);
  }
}
