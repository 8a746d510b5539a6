package org.stoa.files.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stoa.files.FileSweep;
import org.stoa.shared.jobs.Turns;

/** Clears away each night what no row knows. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweepTimer {

  @EJB private FileSweep sweep;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "3", minute = "17", persistent = false, info = "files sweep")
  public void clearAway() {
    Turns.clearAway("files that no row knows", sweep::sweep);
  }
}
